import { mkdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { exportColumnText } from '@dangxiao/contracts/labels';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../config/clock.ts';
import { Config } from '../../config/config.ts';
import { UnitOfWork } from '../../database/unit-of-work.ts';
import { can } from '../../http/actor.ts';
import { ApiError } from '../../http/api-error.ts';
import { scopeOf } from '../../http/scope.ts';
import { actorOfAccount } from '../../http/sessions.queries.ts';
import { HandlesJob, type JobCall, type JobWorker } from '../../jobs/job-handler.ts';
import { Storage } from '../media/index.ts';
import { Notices } from '../notices/index.ts';
import { grantedIds, PersonalNumbers } from '../people/index.ts';
import { cellOf } from './cell-values.ts';
import { coverFacts, coverName, coverOf } from './cover.ts';
import { DAY_MS, MOST_ROWS } from './limits.ts';
import { exportQueue, type ExportJob } from './queue.ts';
import { Requests } from './requests.ts';
import { Snapshots, type Snapshot } from './snapshot.ts';
import { countRows, rowsSql } from './sources/compose.ts';
import { Sources } from './sources/sources.ts';
import { ExportRun, RunEnded } from './export-run.ts';
import type { Cell } from './xlsx/cells.ts';
import { writeWorkbook } from './xlsx/write-workbook.ts';

/** A failure that trying again would not mend; the page words its code. */
class ExportFailure extends Error {}

/**
 * Makes the file of an export: reads the list by a cursor in one snapshot and writes the workbook as the rows come, so that memory does not grow
 * with them. Begins from scratch each time: a worker killed in the middle costs time only. Rights are those of the moment it runs.
 */
@Injectable()
@HandlesJob(exportQueue)
export class MakeExport implements JobWorker<ExportJob> {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly snapshots: Snapshots,
    private readonly requests: Requests,
    private readonly sources: Sources,
    private readonly storage: Storage,
    private readonly numbers: PersonalNumbers,
    private readonly notices: Notices,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  async run({ data: { exportId }, signal }: JobCall<ExportJob>): Promise<void> {
    const work = await ExportRun.begin(this.uow, this.notices, exportId, this.clock.now());
    if (!work) return;
    const folder = join(this.config.dataDir, 'work', 'exports', exportId);
    const key = `exports/${exportId}/${work.row.runs}.xlsx`;
    try {
      // also what a killed run left behind
      await rm(folder, { recursive: true, force: true });
      await mkdir(folder, { recursive: true });
      await this.make(work, join(folder, 'table.xlsx'), key, signal);
    } catch (error) {
      await this.storage.remove(key);
      if (error instanceof RunEnded) return;
      const code = failureCode(error);
      if (code) await work.fail(code, this.clock.now());
      else if (signal.aborted || !work.lastTry) throw error;
      else await work.fail('unknown', this.clock.now());
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }

  private async make(work: ExportRun, path: string, key: string, signal: AbortSignal): Promise<void> {
    const { row } = work;
    const source = this.sources.of(row.kind);
    await source.prepare?.();
    const { rows, scope } = await this.snapshots.run(async (snapshot) => {
      const actor = await actorOfAccount(snapshot.sql, row.accountId);
      if (!actor || !can(actor, 'exports.create') || !can(actor, source.permission))
        throw new ExportFailure('not_allowed');
      const wholeNumbers = row.wholeNumbers && can(actor, 'people.numbers');
      const asked = this.requests.asked(snapshot.sql, actor, row, { at: row.createdAt, wholeNumbers });
      const statement = await source.statement(asked);
      const total = await countRows(snapshot.sql, statement, MOST_ROWS);
      if (total > MOST_ROWS) throw new ExportFailure('too_large');
      await work.counted(total);
      const chosen = row.columns.map((name) => {
        const column = statement.columns[name];
        if (!column) throw new Error(`${row.kind} has no column ${name}`);
        return { name, ...column };
      });
      const facts = await coverFacts(snapshot.sql, row.accountId);
      if (!facts) throw new ExportFailure('not_allowed');
      const { sql, params } = rowsSql(statement, chosen, this.config.zone);
      const made = await writeWorkbook(
        path,
        {
          coverName: coverName(row.language),
          cover: coverOf(row, facts, { now: this.clock.now(), past: asked.asOf !== null, zone: this.config.zone }),
          tableName: TABLE_NAMES[row.language],
          columns: chosen.map(({ name, width }) => ({ title: exportColumnText(row.kind, name, row.language), width })),
          rows: this.cells(
            snapshot.batches(sql, params),
            chosen.map(({ as }) => cellOf(as, row.language, this.numbers)),
            work,
          ),
        },
        signal,
      );
      return { rows: made, scope: grantedIds(scopeOf(actor, source.permission)) };
    });
    const { size } = await stat(path);
    await this.storage.putFile(key, path);
    const now = this.clock.now();
    const expiresAt = new Date(now.getTime() + this.config.exportKeepDays * DAY_MS);
    await this.uow.run((tx) => work.finish(tx, { rows, bytes: size, key, scope, now, expiresAt }));
  }

  private async *cells(
    batches: ReturnType<Snapshot['batches']>,
    makers: readonly ((value: string | null) => Cell)[],
    work: ExportRun,
  ): AsyncGenerator<Cell[][]> {
    let done = 0;
    for await (const batch of batches) {
      yield batch.map((values) => makers.map((make, index) => make(values[index] ?? null)));
      done += batch.length;
      await work.progress(done);
    }
  }
}

const TABLE_NAMES = { zh: '数据', en: 'Data' } as const;

function failureCode(error: unknown): string | null {
  if (error instanceof ExportFailure) return error.message;
  if (error instanceof ApiError) return error.code === 'not_allowed' ? 'not_allowed' : 'object_gone';
  return (error as NodeJS.ErrnoException).code === 'ENOSPC' ? 'out_of_space' : null;
}
