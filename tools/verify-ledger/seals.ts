import type { Sql } from '../../apps/api/src/database/sql.ts';
import { eventsBetween, signSeal, type SealStatement } from '../../apps/api/src/modules/audit/sealing.ts';
import type { Wrong } from './verify.ts';

type Seal = SealStatement & { signature: string; dropped: boolean };

/** Checks every seal of the audit log from the first month on: signature, place, and the events themselves where they are still kept. */
export async function wrongSeal(sql: Sql, key: Buffer | null): Promise<{ seals: number; wrong: Wrong | null }> {
  const seals = await sql.query<Seal>(
    `select s.month::text, s.from_at as "from", s.until_at as until, s.events::float8 as events, s.events_hash as "eventsHash",
       s.previous_signature as "previousSignature", s.signature, d.month is not null as dropped
     from audit_seal s left join audit_drop d using (month) order by s.month`,
  );
  let previous: string | null = null;
  for (const seal of seals) {
    const what = await fault(sql, key, seal, previous);
    if (what) return { seals: seals.length, wrong: { table: 'audit_seal', row: `month ${seal.month}`, what } };
    previous = seal.signature;
  }
  return { seals: seals.length, wrong: null };
}

async function fault(sql: Sql, key: Buffer | null, seal: Seal, previous: string | null): Promise<string | null> {
  if (key === null) return 'cannot be checked without the school’s secret: set SECRET_KEY or DATA_DIR';
  if (seal.signature !== signSeal(key, seal)) return 'was changed, or signed with another secret';
  if (seal.previousSignature !== previous) return 'does not follow from the seal before it: one is missing';
  const { events, eventsHash } = await eventsBetween(sql, seal.from, seal.until);
  if (seal.dropped) return events === 0 ? null : `is entered as dropped, and ${events} of its events are there`;
  if (events !== seal.events) return `states ${seal.events} events, the log has ${events}`;
  return eventsHash === seal.eventsHash ? null : 'states other events than the log has: one was rewritten';
}
