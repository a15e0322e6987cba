import { Injectable } from '@nestjs/common';
import { Config } from '../../config/config.ts';
import { PollingWorker } from '../../jobs/polling-worker.ts';
import { Outbox } from './outbox.ts';

const LOOK_EVERY_MS = 2_000;

/** Keeps sending in processes that run jobs; the email under way is finished before the process stops. */
@Injectable()
export class Deliver extends PollingWorker {
  constructor(
    config: Config,
    private readonly outbox: Outbox,
  ) {
    super({ runs: config.runsJobs && config.mail !== null, everyMs: LOOK_EVERY_MS, failure: 'Emails were not sent' });
  }

  async step(): Promise<boolean> {
    return (await this.outbox.round(() => this.stopped)) > 0;
  }
}
