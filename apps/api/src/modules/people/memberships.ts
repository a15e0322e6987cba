import type { PersonKind, Position } from '@dangxiao/domain';
import type { Sql } from '../../database/sql.ts';

export interface MembershipState {
  organizationId: string;
  kind: PersonKind;
  position: Position;
}

const insert = `
  insert into membership (person_id, organization_id, kind, position, valid_from, recorded_at) values ($1, $2, $3, $4, $5, $6)`;

/** A person's first membership, from a day on. */
export async function openMembership(tx: Sql, personId: string, state: MembershipState, from: string, now: Date) {
  await tx.execute(insert, [personId, state.organizationId, state.kind, state.position, from, now]);
}

/**
 * Ends the membership that holds now with `today` and opens another. Rows are superseded, not changed, so that what was known before stays
 * readable; a membership that began today is corrected.
 */
export async function changeMembership(tx: Sql, personId: string, state: MembershipState, today: string, now: Date) {
  await tx.execute(
    `with current as (
       update membership set superseded_at = $3 where person_id = $1 and superseded_at is null and valid_to is null returning *)
     insert into membership (person_id, organization_id, kind, position, valid_from, valid_to, recorded_at)
     select person_id, organization_id, kind, position, valid_from, $2::date, $3::timestamptz from current where valid_from < $2::date`,
    [personId, today, now],
  );
  await tx.execute(insert, [personId, state.organizationId, state.kind, state.position, today, now]);
}

const endCurrent = `
  current as (
    update membership set superseded_at = $3
    where person_id = any($1::uuid[]) and superseded_at is null and valid_to is null returning *),
  ended as (
    insert into membership (person_id, organization_id, kind, position, valid_from, valid_to, recorded_at)
    select person_id, organization_id, kind, position, valid_from, $2::date, $3::timestamptz from current where valid_from < $2::date)`;

/** People belong to another organization from `today`, as what they were. Transfers that wait for them are withdrawn: their organization is another. */
export async function moveMembers(tx: Sql, personIds: readonly string[], toId: string, today: string, now: Date) {
  if (personIds.length === 0) return;
  await tx.execute(
    `with ${endCurrent}
     insert into membership (person_id, organization_id, kind, position, valid_from, recorded_at)
     select person_id, $4::uuid, kind, position, $2::date, $3::timestamptz from current`,
    [personIds, today, now, toId],
  );
  await tx.execute(
    `update person set current_organization_id = $2, revision = revision + 1 where id = any($1::uuid[])`,
    [personIds, toId],
  );
  await tx.execute(
    `update transfer set state = 'withdrawn', decided_at = $2 where state = 'requested' and person_id = any($1::uuid[])`,
    [personIds, now],
  );
}

/** Memberships of these people end with `today`; no other begins. */
export async function endMemberships(tx: Sql, personIds: readonly string[], today: string, now: Date) {
  await tx.execute(`with ${endCurrent} select from current`, [personIds, today, now]);
}
