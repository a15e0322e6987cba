import { Injectable } from '@nestjs/common';
import { HandlesJob, type JobWorker } from '../../jobs/job-handler.ts';
import { defineQueue } from '../../jobs/queues.ts';
import { Standings } from './standings.ts';

const settleQueue = defineQueue({ name: 'reports.settle', cron: '* * * * *', retryLimit: 0 });

/** Each minute counts the people whose rows changed, and makes up for checkpoints that were missed. Figures asked for meanwhile count a few themselves. */
@Injectable()
@HandlesJob(settleQueue)
export class SettleJob implements JobWorker<object> {
  constructor(private readonly standings: Standings) {}

  run(): Promise<void> {
    return this.standings.settle();
  }
}
