import { Clock } from '../../config/clock.ts';
import { Pg } from '../../database/pg.ts';
import { UnitOfWork } from '../../database/unit-of-work.ts';
import { HandlesJob, type JobWorker } from '../../jobs/job-handler.ts';
import { defineQueue } from '../../jobs/queues.ts';
import { Seeing } from './seeing.ts';

const closeSeeing = defineQueue<object>({ name: 'accounts.closeSeeing', cron: '*/5 * * * *' });

/** Every five minutes: records the end of what ended by itself after its half hour. Sessions have not shown it since. */
@HandlesJob(closeSeeing)
export class CloseSeeing implements JobWorker<object> {
  constructor(
    private readonly pg: Pg,
    private readonly uow: UnitOfWork,
    private readonly seeing: Seeing,
    private readonly clock: Clock,
  ) {}

  async run(): Promise<void> {
    const over = await this.pg.query<{ id: string; expires_at: Date }>(
      'select id, expires_at from see_as where ended_at is null and expires_at <= $1 order by expires_at limit 500',
      [this.clock.now()],
    );
    for (const { id, expires_at } of over) await this.uow.run((tx) => this.seeing.end(tx, id, expires_at, 'time'));
  }
}
