import { Injectable } from '@nestjs/common';
import { Clock } from '../../config/clock.ts';
import { UnitOfWork } from '../../database/unit-of-work.ts';
import { HandlesJob, type JobWorker } from '../../jobs/job-handler.ts';
import { defineQueue } from '../../jobs/queues.ts';
import { Storage } from '../media/index.ts';
import { DAY_MS, FORGET_AFTER_DAYS } from './limits.ts';

const dropQueue = defineQueue({ name: 'exports.drop', cron: '50 3 * * *' });

/** Every night drops the files whose time is over (EXPORT_KEEP_DAYS), and forgets old entries of the list. */
@Injectable()
@HandlesJob(dropQueue)
export class DropExports implements JobWorker<object> {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly storage: Storage,
    private readonly clock: Clock,
  ) {}

  async run(): Promise<void> {
    const now = this.clock.now();
    while (await this.uow.run((tx) => this.dropOne(tx, now)));
    const before = new Date(now.getTime() - FORGET_AFTER_DAYS * DAY_MS);
    await this.uow.run((tx) =>
      tx.execute(`delete from export where state in ('dropped', 'failed', 'cancelled') and finished_at < $1`, [before]),
    );
  }

  private async dropOne(tx: Parameters<Parameters<UnitOfWork['run']>[0]>[0], now: Date): Promise<boolean> {
    const row = await tx.one<{ id: string; key: string }>(
      `select id, storage_key as key from export where state = 'ready' and expires_at <= $1 limit 1 for update skip locked`,
      [now],
    );
    if (!row) return false;
    await this.storage.remove(row.key);
    await tx.execute(`update export set state = 'dropped', storage_key = null where id = $1`, [row.id]);
    return true;
  }
}
