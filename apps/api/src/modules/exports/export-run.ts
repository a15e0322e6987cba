import { exportKindLabels } from '@dangxiao/contracts/labels';
import type { Sql } from '../../database/sql.ts';
import type { UnitOfWork } from '../../database/unit-of-work.ts';
import type { Notices } from '../notices/index.ts';
import { exportColumns, type ExportRow } from './exports.queries.ts';
import { MOST_RUNS } from './queue.ts';

/** The export was cancelled, deleted, or begun again by another worker: whoever holds this has nothing left to do. */
export class RunEnded extends Error {}

const WRITE_EVERY_MS = 400;
const mine = `id = $1 and runs = $2 and state = 'running'`;

/** One run at an export. Every write makes sure that the run is still the one that counts. */
export class ExportRun {
  readonly lastTry: boolean;
  private written = 0;

  private constructor(
    private readonly uow: UnitOfWork,
    private readonly notices: Notices,
    readonly row: ExportRow,
  ) {
    this.lastTry = row.runs >= MOST_RUNS;
  }

  /** Null when there is nothing to do: cancelled, deleted, made already, or broken off too often. */
  static async begin(uow: UnitOfWork, notices: Notices, exportId: string, now: Date): Promise<ExportRun | null> {
    return uow.run(async (tx) => {
      const row = await tx.one<ExportRow>(
        `update export as x set state = 'running', runs = runs + 1, rows_done = 0
         where x.id = $1 and x.state in ('waiting', 'running') returning ${exportColumns}`,
        [exportId],
      );
      if (!row) return null;
      const work = new ExportRun(uow, notices, row);
      if (row.runs <= MOST_RUNS) return work;
      await work.failIn(tx, 'unknown', now);
      return null;
    });
  }

  /** Shows progress, at most every so often. @throws RunEnded */
  async progress(done: number): Promise<void> {
    if (Date.now() - this.written < WRITE_EVERY_MS) return;
    this.written = Date.now();
    await this.write('rows_done = $3', [done]);
  }

  /** @throws RunEnded */
  async counted(total: number): Promise<void> {
    await this.write('rows_total = $3', [total]);
  }

  fail(code: string, now: Date): Promise<void> {
    return this.uow.run((tx) => this.failIn(tx, code, now));
  }

  /** With the message that it is ready. @throws RunEnded */
  async finish(
    tx: Sql,
    made: { rows: number; bytes: number; key: string; scope: string[]; now: Date; expiresAt: Date },
  ): Promise<void> {
    const done = await tx.execute(
      `update export set state = 'ready', rows_done = $3, rows_total = $3, bytes = $4, storage_key = $5, scope = $6, finished_at = $7,
         expires_at = $8 where ${mine}`,
      [...this.identity, made.rows, made.bytes, made.key, made.scope, made.now, made.expiresAt],
    );
    if (done === 0) throw new RunEnded();
    await this.notices.tell(tx, {
      ...this.told('ready'),
      code: 'export.ready',
      params: { ...this.named, rows: made.rows },
    });
  }

  private get identity() {
    return [this.row.id, this.row.runs];
  }

  private get named() {
    const { id, kind, language } = this.row;
    return { exportId: id, name: exportKindLabels[kind][language] };
  }

  private told(what: 'ready' | 'failed') {
    return { to: { accountId: this.row.accountId }, dedupeKey: `export:${this.row.id}:${what}` };
  }

  private async failIn(tx: Sql, code: string, now: Date): Promise<void> {
    const failed = await tx.execute(
      `update export set state = 'failed', failure = $3, finished_at = $4 where ${mine}`,
      [...this.identity, code, now],
    );
    if (failed > 0) await this.notices.tell(tx, { ...this.told('failed'), code: 'export.failed', params: this.named });
  }

  private async write(set: string, values: unknown[]): Promise<void> {
    const sql = `update export set ${set} where ${mine}`;
    const found = await this.uow.run((tx) => tx.execute(sql, [...this.identity, ...values]));
    if (found === 0) throw new RunEnded();
  }
}
