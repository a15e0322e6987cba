import type { Sql } from '../../database/sql.ts';

/** A message to be stored. */
export interface NewNotice {
  personId: string | null;
  accountId: string | null;
  code: string;
  /** JSON. */
  params: string;
  dedupeKey: string;
  /** The kind of emails it may go into; null: none. */
  kind: string | null;
}

/** A message that was stored and was new. */
export interface StoredNotice {
  recipientId: string;
  id: string;
  kind: string | null;
}

// An account without a person belongs where its first role is held. Readers come in one order, so that two writers never wait for each other.
const insert = `
  with wanted as (
    select coalesce(w.person_id, a.person_id) as person_id, case when coalesce(w.person_id, a.person_id) is null then a.id end as account_id,
      w.code, w.params, w.dedupe_key, w.kind
    from unnest($1::uuid[], $2::uuid[], $3::text[], $4::jsonb[], $5::text[], $6::text[])
      as w (person_id, account_id, code, params, dedupe_key, kind)
    left join account a on a.id = w.account_id),
  placed as (
    select w.*, coalesce(w.person_id, w.account_id) as recipient_id, coalesce(p.current_organization_id, g.organization_id) as organization_id
    from wanted w
    left join person p on p.id = w.person_id
    left join lateral (
      select g.organization_id from role_grant g where g.account_id = w.account_id order by g.revoked_at is not null, g.granted_at limit 1) g
      on w.account_id is not null),
  written as (
    insert into notice (recipient_id, person_id, account_id, organization_id, code, params, dedupe_key, created_at)
    select recipient_id, person_id, account_id, organization_id, code, params, dedupe_key, $7 from placed
    where organization_id is not null order by recipient_id, dedupe_key
    on conflict (recipient_id, dedupe_key) do nothing
    returning recipient_id, id, dedupe_key)
  select w.recipient_id as "recipientId", w.id, max(p.kind) as kind
  from written w join placed p on p.recipient_id = w.recipient_id and p.dedupe_key = w.dedupe_key group by 1, 2`;

/** Stores messages; whoever was told the same before is left out. */
export function insertNotices(tx: Sql, rows: readonly NewNotice[], now: Date): Promise<StoredNotice[]> {
  const column = <Key extends keyof NewNotice>(key: Key) => rows.map((row) => row[key]);
  return tx.query(insert, [
    column('personId'),
    column('accountId'),
    column('code'),
    column('params'),
    column('dedupeKey'),
    column('kind'),
    now,
  ]);
}
