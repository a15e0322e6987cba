import { createHash, createHmac } from 'node:crypto';
import { canonicalJson, type Json } from '@dangxiao/domain';
import type { Sql } from '../../database/sql.ts';

/** What a seal states: every event of one month, and which seal came before. */
export interface SealStatement {
  /** Its first day, in the school's zone. */
  month: string;
  from: Date;
  until: Date;
  events: number;
  eventsHash: string;
  previousSignature: string | null;
}

const PAGE = 2_000;

/** The columns of the first version of a seal, by name: one that is added later changes no seal of the past. */
const page = `
  select at, id, jsonb_build_array(id, (extract(epoch from at) * 1000)::bigint, actor_account_id, actor_name, action, object_type, object_id,
    object_name, organization_id, address, user_agent, before, after) as event
  from audit_event
  where at >= $1 and at < $2 and ($3::timestamptz is null or (at, id) > ($3, $4::uuid)) order by at, id limit ${PAGE}`;

interface Row {
  at: Date;
  id: string;
  event: Json;
}

/** One hash over all events between the two instants, in their order, and how many they are. */
export async function eventsBetween(
  sql: Sql,
  from: Date,
  until: Date,
): Promise<Pick<SealStatement, 'events' | 'eventsHash'>> {
  const hash = createHash('sha256');
  let events = 0;
  let last: Row | undefined;
  for (let more = true; more;) {
    const rows: Row[] = await sql.query(page, [from, until, last?.at ?? null, last?.id ?? null]);
    for (const { event } of rows) hash.update(`${canonicalJson(event)}\n`);
    events += rows.length;
    last = rows.at(-1);
    more = rows.length === PAGE;
  }
  return { events, eventsHash: hash.digest('hex') };
}

/** HMAC-SHA256 of the canonical statement: only somebody with the school's secret can make a seal. */
export function signSeal(key: Buffer, statement: SealStatement): string {
  const { month, from, until, events, eventsHash, previousSignature } = statement;
  const text = canonicalJson({
    v: 1,
    month,
    from: from.toISOString(),
    until: until.toISOString(),
    events,
    eventsHash,
    previousSignature,
  });
  return createHmac('sha256', key).update(text, 'utf8').digest('hex');
}
