import { Injectable, Logger } from '@nestjs/common';
import { dayIn } from '@dangxiao/domain';
import { Clock } from '../../../config/clock.ts';
import { Config } from '../../../config/config.ts';
import { lockFor, locks } from '../../../database/locks.ts';
import { Pg } from '../../../database/pg.ts';
import { UnitOfWork, type Tx } from '../../../database/unit-of-work.ts';
import { isDatabaseAway } from '../../../http/to-api-error.ts';
import { Audit } from '../../audit/index.ts';
import { Notices } from '../../notices/index.ts';
import { lockTree } from '../../people/index.ts';
import { countRows, findBatch, setState, type Batch, type ImportJobData } from '../batch.ts';
import { check } from '../checking/check.ts';
import type { Finding } from '../reading/file-problem.ts';
import { applyOrganizations } from './apply-organizations.ts';
import { applyPeople } from './apply-people.ts';
import { organizationBlockers, undoOrganizations } from './undo-organizations.ts';
import { peopleBlockers, undoPeople } from './undo-people.ts';

/** A span of thousands of rows may wait for others on a busy machine. */
const PATIENCE = `set local statement_timeout = '180s'`;

export type By = ImportJobData['by'];

/** Something else got in between: a number was taken, a row disappeared. */
const isConflict = (error: unknown) => ['23505', '23P01', '23503'].includes((error as { code?: string }).code ?? '');

/** Applies a batch, or takes it back: each one transaction, so that a kill at any moment leaves everything or nothing. */
@Injectable()
export class Apply {
  private readonly logger = new Logger(Apply.name);

  constructor(
    private readonly uow: UnitOfWork,
    private readonly pg: Pg,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly audit: Audit,
    private readonly notices: Notices,
  ) {}

  /** When the school is not as it was when the batch was checked, nothing is done and the check is shown anew. */
  async commit(batchId: string, by: By): Promise<void> {
    try {
      await this.uow.run((tx) => this.commitIn(tx, batchId, by));
    } catch (error) {
      if (isDatabaseAway(error)) throw error;
      if (!isConflict(error))
        this.logger.error('An import failed', error instanceof Error ? error.stack : String(error));
      const failure = [{ code: isConflict(error) ? 'changed_since_check' : 'import_failed', params: {} }];
      await this.uow.run((tx) => this.refuse(tx, batchId, by, failure));
    }
  }

  /** Undone as long as nothing depends on it; otherwise the batch says what does. */
  async undo(batchId: string, by: By): Promise<void> {
    try {
      await this.uow.run((tx) => this.undoIn(tx, batchId, by));
    } catch (error) {
      if (isDatabaseAway(error)) throw error;
      this.logger.error('An import was not undone', error instanceof Error ? error.stack : String(error));
      const blockers = [{ what: 'other', count: 1, name: '' }];
      await setState(this.pg, batchId, ['undoing'], 'committed', { now: this.clock.now(), blockers });
    }
  }

  private async commitIn(tx: Tx, batchId: string, by: By): Promise<void> {
    const batch = await this.begin(tx, batchId, 'committing');
    if (!batch) return;
    const now = this.clock.now();
    const today = dayIn(this.config.zone, now);
    const changed = await check(tx, batch, this.pg);
    const counts = await countRows(tx, batch.id);
    if (changed > 0 || counts.wrong > 0 || batch.closed) {
      const failure = [{ code: 'changed_since_check', params: { rows: changed } }];
      await setState(tx, batch.id, ['committing'], 'checked', { now, counts, failure });
      await this.tellFailed(tx, batch, by, now);
      return;
    }
    const apply = batch.kind === 'people' ? applyPeople : applyOrganizations;
    await apply(tx, { ...batch, counts }, today, now, this.pg);
    await setState(tx, batch.id, ['committing'], 'committed', { now, counts, failure: null, blockers: null });
    await this.record(tx, 'people.commitImport', batch, by, { ...counts });
    await this.notices.tell(tx, {
      to: by.actor,
      dedupeKey: `import:${batch.id}:${now.toISOString()}`,
      code: 'import.done',
      params: { importId: batch.id, name: batch.fileName, rows: counts.rows - counts.skipped },
    });
  }

  private async undoIn(tx: Tx, batchId: string, by: By): Promise<void> {
    const batch = await this.begin(tx, batchId, 'undoing');
    if (!batch?.committedAt) return;
    const { committedAt: since } = batch;
    const now = this.clock.now();
    const blockers =
      batch.kind === 'people' ? await peopleBlockers(tx, batch) : await organizationBlockers(tx, batch, since);
    if (blockers.length > 0) {
      await setState(tx, batch.id, ['undoing'], 'committed', { now, blockers });
      return;
    }
    const undo = batch.kind === 'people' ? undoPeople : undoOrganizations;
    await undo(tx, batch, since, now, this.pg);
    await setState(tx, batch.id, ['undoing'], 'undone', { now, blockers: null });
    await this.record(tx, 'people.undoImport', batch, by, { ...batch.counts });
  }

  private async refuse(tx: Tx, batchId: string, by: By, failure: Finding[]): Promise<void> {
    const now = this.clock.now();
    const batch = await findBatch(tx, batchId, 'for update of b');
    if (!batch || !(await setState(tx, batchId, ['committing'], 'checking', { now, failure }))) return;
    await this.tellFailed(tx, batch, by, now);
  }

  private async tellFailed(tx: Tx, batch: Batch, by: By, now: Date): Promise<void> {
    await this.notices.tell(tx, {
      to: by.actor,
      dedupeKey: `import:${batch.id}:${now.toISOString()}`,
      code: 'import.failed',
      params: { importId: batch.id, name: batch.fileName },
    });
  }

  private async begin(tx: Tx, batchId: string, state: Batch['state']): Promise<Batch | null> {
    await tx.execute(PATIENCE);
    await lockFor(tx, locks.imports);
    const found = await findBatch(tx, batchId);
    if (!found) return null;
    await lockTree(tx, found.kind === 'people' ? 'shared' : 'alone');
    const batch = await findBatch(tx, batchId, 'for update of b');
    return batch?.state === state ? batch : null;
  }

  private async record(tx: Tx, action: string, batch: Batch, by: By, after: Record<string, unknown>): Promise<void> {
    await this.audit.record(tx, {
      ...by,
      action,
      objectType: 'import',
      objectId: batch.id,
      objectName: batch.fileName,
      organizationId: batch.organizationId,
      after: { importKind: batch.kind, ...after },
    });
  }
}
