import { Injectable } from '@nestjs/common';
import { Clock } from '../../config/clock.ts';
import { Config } from '../../config/config.ts';
import { Secrets } from '../../config/secrets.ts';
import { lockFor, locks } from '../../database/locks.ts';
import { UnitOfWork, type Tx } from '../../database/unit-of-work.ts';
import { HandlesJob, type JobWorker } from '../../jobs/job-handler.ts';
import { defineQueue } from '../../jobs/queues.ts';
import { Audit } from './audit.ts';
import { eventsBetween, signSeal } from './sealing.ts';

/** Well after midnight: what was recorded before it has been committed. */
const sealQueue = defineQueue({ name: 'audit.seal', cron: '40 3 * * *' });

/** The month after the last seal, or that of the first event; none while it is not over. */
const nextMonth = `
  select m.month::text as month, m.month::timestamp at time zone $2 as "from", (m.month + interval '1 month') at time zone $2 as until
  from (
    select coalesce(
      (select (max(month) + interval '1 month')::date from audit_seal),
      (select date_trunc('month', min(at) at time zone $2)::date from audit_event)) as month
  ) m
  where (m.month + interval '1 month') at time zone $2 <= $1`;

const tooOld = `
  select s.month::text as month, s.events::int as events from audit_seal s
  where s.until_at + make_interval(months => $2) <= $1 and not exists (select from audit_drop d where d.month = s.month)
  order by s.month`;

/**
 * Each night signs the months of the audit log that are over, one after the other, and drops whole sealed months after the kept period, if there
 * is one (AUDIT_KEEP_MONTHS). The database itself refuses to drop anything younger than six months.
 */
@Injectable()
@HandlesJob(sealQueue)
export class SealJob implements JobWorker<object> {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly secrets: Secrets,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly audit: Audit,
  ) {}

  async run(): Promise<void> {
    while (await this.uow.run((tx) => this.seal(tx)));
    const { auditKeepMonths } = this.config;
    if (auditKeepMonths !== null) await this.uow.run((tx) => this.drop(tx, auditKeepMonths));
  }

  private async seal(tx: Tx): Promise<boolean> {
    await lockFor(tx, locks.seals);
    const now = this.clock.now();
    const span = await tx.one<{ month: string; from: Date; until: Date }>(nextMonth, [now, this.config.zone]);
    if (!span) return false;
    const last = await tx.one<{ signature: string }>('select signature from audit_seal order by month desc limit 1');
    const { month, from, until } = span;
    const statement = {
      ...span,
      ...(await eventsBetween(tx, from, until)),
      previousSignature: last?.signature ?? null,
    };
    const signature = signSeal(this.secrets.key('audit-seals'), statement);
    await tx.execute(
      `insert into audit_seal (month, from_at, until_at, events, events_hash, previous_signature, signature, sealed_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [month, from, until, statement.events, statement.eventsHash, statement.previousSignature, signature, now],
    );
    return true;
  }

  private async drop(tx: Tx, keepMonths: number): Promise<void> {
    await lockFor(tx, locks.seals);
    const now = this.clock.now();
    for (const { month, events } of await tx.query<{ month: string; events: number }>(tooOld, [now, keepMonths])) {
      await tx.execute('select drop_audit_month($1, $2)', [month, now]);
      const after = { events, keepMonths };
      await this.audit.record(tx, {
        actor: null,
        action: 'audit.drop',
        objectType: 'audit_month',
        objectName: month,
        after,
      });
    }
  }
}
