import { ROLES, type RoleName } from '@dangxiao/domain';
import type { Sql } from '../../database/sql.ts';
import { reaches, type Actor } from '../../http/actor.ts';
import { ApiError } from '../../http/api-error.ts';

/** Does the actor hold everything that the role allows, at this node or above it? */
export const holdsAll = (actor: Actor, role: RoleName, path: string): boolean =>
  ROLES[role].every((permission) => reaches(actor, permission, path));

/**
 * Whoever may set a password could sign in as its owner: so nobody takes charge of an account that may do more than they may themselves.
 * @throws ApiError grant_exceeds_own
 */
export async function assertOutranks(db: Sql, actor: Actor, personId: string): Promise<void> {
  const grants = await db.query<{ role: RoleName; path: string }>(
    `select g.role, o.path::text as path from role_grant g join organization o on o.id = g.organization_id
     where g.revoked_at is null and (g.person_id = $1 or g.account_id in (select id from account where person_id = $1))`,
    [personId],
  );
  if (!grants.every(({ role, path }) => holdsAll(actor, role, path))) throw new ApiError('grant_exceeds_own');
}
