import { Injectable } from '@nestjs/common';
import { dayIn } from '@dangxiao/domain';
import { Clock } from '../../config/clock.ts';
import { Config } from '../../config/config.ts';
import { UnitOfWork } from '../../database/unit-of-work.ts';
import { HandlesJob, type JobWorker } from '../../jobs/job-handler.ts';
import { defineQueue } from '../../jobs/queues.ts';
import { refreshExemptions } from './exemptions.ts';

const queue = defineQueue({ name: 'people.refresh-exemptions', cron: '5 0 * * *' });

/** Shortly after midnight: exemptions that begin or end today show in `person.exempt`. */
@Injectable()
@HandlesJob(queue)
export class RefreshExemptions implements JobWorker<object> {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  async run(): Promise<void> {
    await this.uow.run((tx) => refreshExemptions(tx, null, dayIn(this.config.zone, this.clock.now())));
  }
}
