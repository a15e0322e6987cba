import { Injectable } from '@nestjs/common';
import { Clock } from '../../config/clock.ts';
import { Pg } from '../../database/pg.ts';
import { HandlesJob, type JobWorker } from '../../jobs/job-handler.ts';
import { defineQueue } from '../../jobs/queues.ts';
import { KEPT_DAYS } from './batch.ts';

const sweepImports = defineQueue({ name: 'people.sweep-imports', cron: '50 3 * * *' });

const old = `changed_at < $1 and rows_dropped_at is null and state not in ('reading', 'checking', 'committing', 'undoing')`;

/** Nightly: rows of files are dropped when the kept time is over, and with them the way back. */
@Injectable()
@HandlesJob(sweepImports)
export class SweepImports implements JobWorker<object> {
  constructor(
    private readonly pg: Pg,
    private readonly clock: Clock,
  ) {}

  async run(): Promise<void> {
    const now = this.clock.now();
    const before = new Date(now.getTime() - KEPT_DAYS * 86_400_000);
    for (const { id } of await this.pg.query<{ id: string }>(`select id from import_batch where ${old}`, [before])) {
      await this.pg.execute(
        `with gone as (
           update import_batch set rows_dropped_at = $3, state = case when state in ('checked', 'rejected') then 'discarded' else state end
           where id = $2 and ${old} returning id)
         delete from import_row where batch_id in (select id from gone)`,
        [before, id, now],
      );
    }
  }
}
