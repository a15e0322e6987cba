import { Clock } from '../../config/clock.ts';
import { Pg } from '../../database/pg.ts';
import { HandlesJob, type JobWorker } from '../../jobs/job-handler.ts';
import { defineQueue } from '../../jobs/queues.ts';

const sweepAccounts = defineQueue<object>({ name: 'accounts.sweep', cron: '20 3 * * *' });

/** Sign-ins are kept for at least six months by law; the audit log has them as well. */
const KEEP_SESSIONS_MS = 190 * 86_400_000;
const KEEP_FAILURES_MS = 2 * 86_400_000;

/** Nightly: forgets failures that count no longer and sessions that ended more than six months ago. */
@HandlesJob(sweepAccounts)
export class SweepAccounts implements JobWorker<object> {
  constructor(
    private readonly pg: Pg,
    private readonly clock: Clock,
  ) {}

  async run(): Promise<void> {
    const before = (ms: number) => new Date(this.clock.now().getTime() - ms);
    await this.pg.execute('delete from sign_in_throttle where last_failure_at < $1', [before(KEEP_FAILURES_MS)]);
    await this.pg.execute('delete from session where coalesce(ended_at, expires_at) < $1', [before(KEEP_SESSIONS_MS)]);
  }
}
