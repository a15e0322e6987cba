import type { PersonKind, Position } from '@dangxiao/domain';
import type { Sql } from '../../database/sql.ts';
import { ApiError } from '../../http/api-error.ts';
import { closeFloating } from './floating.ts';
import { endMemberships, openMembership } from './memberships.ts';
import type { ScopedPerson } from './scope.ts';
import { assertOpen } from './tree.ts';

interface Leaving {
  reason: string;
  by: string;
  today: string;
  now: Date;
  /** The survivor, when the person is a duplicate. */
  into?: string;
}

/** Deactivates: membership and stays end today, a waiting transfer is withdrawn. The last organization stays known. */
export async function leave(tx: Sql, personId: string, { reason, by, today, now, into }: Leaving): Promise<void> {
  await endMemberships(tx, [personId], today, now);
  await closeFloating(tx, personId, today, now);
  await tx.execute(
    `update transfer set state = 'withdrawn', decided_at = $2, decided_by = $3 where state = 'requested' and person_id = $1`,
    [personId, now, by],
  );
  await tx.execute(
    `update person set deactivated_at = $2, deactivated_reason = $3, merged_into_id = $4, revision = revision + 1 where id = $1`,
    [personId, now, reason, into ?? null],
  );
}

/**
 * Undoes a deactivation or a merge: a membership in the last organization begins today.
 * @throws ApiError organization_closed
 */
export async function comeBack(tx: Sql, person: ScopedPerson, today: string, now: Date): Promise<void> {
  await assertOpen(tx, person.organizationId);
  const row = await tx.one<{ kind: PersonKind; position: Position }>(
    `update person set deactivated_at = null, deactivated_reason = null, merged_into_id = null, revision = revision + 1 where id = $1
     returning current_kind as kind, current_position as position`,
    [person.id],
  );
  if (!row) throw new ApiError('person_not_found');
  await openMembership(tx, person.id, { organizationId: person.organizationId, ...row }, today, now);
}
