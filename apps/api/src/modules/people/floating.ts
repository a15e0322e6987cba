import type { Sql } from '../../database/sql.ts';

/** The stay with a host that holds today ends today; without one nothing happens. */
export async function closeFloating(tx: Sql, personId: string, today: string, now: Date): Promise<void> {
  await tx.execute(
    `with current as (
       update floating_term set superseded_at = $3
       where person_id = $1 and superseded_at is null and (valid_to is null or valid_to > $2::date) returning *)
     insert into floating_term (person_id, host_organization_id, reason, valid_from, valid_to, recorded_at)
     select person_id, host_organization_id, reason, valid_from, $2::date, $3::timestamptz from current where valid_from < $2::date`,
    [personId, today, now],
  );
  await tx.execute(
    `update person set host_organization_id = null, revision = revision + 1 where id = $1 and host_organization_id is not null`,
    [personId],
  );
}
