import { dayIn } from '@dangxiao/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../config/clock.ts';
import { Config } from '../../config/config.ts';
import { Secrets } from '../../config/secrets.ts';
import { lockFor, locks } from '../../database/locks.ts';
import { UnitOfWork, type Tx } from '../../database/unit-of-work.ts';
import { HandlesJob, type JobWorker } from '../../jobs/job-handler.ts';
import { defineQueue } from '../../jobs/queues.ts';
import { headsBefore, signAnchor } from './anchoring.ts';

/** Well after midnight: what was recorded before it has been committed. */
const anchorQueue = defineQueue({ name: 'credits.anchor', cron: '10 3 * * *' });

/** Signs each night how all chains stood at the end of the day before, so that a chain whose tail was cut shows. */
@Injectable()
@HandlesJob(anchorQueue)
export class AnchorJob implements JobWorker<object> {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly secrets: Secrets,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  async run(): Promise<void> {
    await this.uow.run((tx) => this.anchor(tx));
  }

  private async anchor(tx: Tx): Promise<void> {
    await lockFor(tx, locks.anchors);
    const now = this.clock.now();
    const today = dayIn(this.config.zone, now);
    const span = await tx.one<{ day: string; until: Date; done: boolean }>(
      `select $1::date - 1 as day, $1::date::timestamp at time zone $2 as until,
         exists (select from credit_anchor where day >= $1::date - 1) as done`,
      [today, this.config.zone],
    );
    if (!span || span.done) return;
    const last = await tx.one<{ signature: string }>('select signature from credit_anchor order by day desc limit 1');
    const { day, until } = span;
    const statement = { day, until, ...(await headsBefore(tx, until)), previousSignature: last?.signature ?? null };
    const signature = signAnchor(this.secrets.key('anchors'), statement);
    await tx.execute(
      `insert into credit_anchor (day, until, entries, heads_hash, previous_signature, signature, created_at)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [day, until, statement.entries, statement.headsHash, statement.previousSignature, signature, now],
    );
  }
}
