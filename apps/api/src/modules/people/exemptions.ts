import type { ExemptionKind } from '@dangxiao/contracts';
import type { Sql } from '../../database/sql.ts';

/** What ends or is replaced from a day on: rows are superseded, and what held before that day is written again with its end. */
export async function endExemptions(tx: Sql, personId: string, from: string, now: Date): Promise<void> {
  await tx.execute(
    `with current as (
       update exemption set superseded_at = $3
       where person_id = $1 and superseded_at is null and (valid_to is null or valid_to > $2::date) returning *)
     insert into exemption (person_id, kind, reason, valid_from, valid_to, recorded_at)
     select person_id, kind, reason, valid_from, $2::date, $3::timestamptz from current where valid_from < $2::date`,
    [personId, from, now],
  );
}

/** A reason not to owe the hard requirements, on its days. */
export async function openExemption(
  tx: Sql,
  personId: string,
  what: { kind: ExemptionKind; reason: string; from: string; to: string | null },
  now: Date,
): Promise<string> {
  await endExemptions(tx, personId, what.from, now);
  const row = await tx.one<{ id: string }>(
    `insert into exemption (person_id, kind, reason, valid_from, valid_to, recorded_at) values ($1, $2, $3, $4, $5, $6) returning id`,
    [personId, what.kind, what.reason, what.from, what.to, now],
  );
  return row?.id ?? '';
}

/** `person.exempt` and its reason, as they follow from the exemptions on `today`; null for everybody. Answers how many changed. */
export function refreshExemptions(tx: Sql, personId: string | null, today: string): Promise<number> {
  return tx.execute(
    `update person p set exempt = e.id is not null, exempt_reason = e.reason, revision = p.revision + 1
     from person q left join exemption e on e.person_id = q.id and e.superseded_at is null and e.valid_from <= $2::date
       and (e.valid_to is null or e.valid_to > $2::date)
     where p.id = q.id and ($1::uuid is null or p.id = $1) and (p.exempt, p.exempt_reason) is distinct from (e.id is not null, e.reason)`,
    [personId, today],
  );
}
