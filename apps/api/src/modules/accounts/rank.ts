import { permissionsOf, type RoleName } from '@dangxiao/domain';
import { bindingSetting } from '../../database/fragments/binding-setting.ts';
import type { Sql } from '../../database/sql.ts';
import type { Actor, Grant } from '../../http/actor.ts';
import { ApiError } from '../../http/api-error.ts';
import { scopeOf } from '../../http/scope.ts';

/** A role at a node, and whether duties are separated there. */
export type RoleThere = Pick<Grant, 'role' | 'path' | 'separated'>;

/** Does the actor hold everything that the role allows, at this node or above it? */
export const holdsAll = (actor: Actor, { role, path, separated }: RoleThere): boolean =>
  permissionsOf(role, separated).every((permission) => scopeOf(actor, permission).reaches(path));

/**
 * May the actor give and take this role there: because it allows nothing that they do not hold, or because assigning roles is their duty?
 * Everything at once is given only by who holds it.
 */
export const mayAssign = (actor: Actor, there: RoleThere): boolean =>
  holdsAll(actor, there) ||
  (scopeOf(actor, 'roles.assign').reaches(there.path) && (there.separated || there.role !== 'school_administrator'));

/** The grants by which the actor may grant at a node, the least passed on first. */
export const authorities = (actor: Actor, path: string): Grant[] =>
  actor.grants
    .filter((grant) => scopeOf({ grants: [grant] }, 'roles.grant').reaches(path))
    .sort((a, b) => a.level - b.level);

const rolesOf = `
  select g.role, o.path::text as path, ${bindingSetting('separatedDuties', 'o.path')} as separated
  from role_grant g join organization o on o.id = g.organization_id
  where g.revoked_at is null and (g.person_id = $1 or g.account_id in (select id from account where person_id = $1))`;

/** The roles that a person holds now. */
export const rolesHeldBy = (db: Sql, personId: string): Promise<RoleThere[]> =>
  db.query<{ role: RoleName; path: string; separated: boolean }>(rolesOf, [personId]);

/**
 * Whoever may set a password could sign in as its owner: so nobody takes charge of an account that may do more than they may give.
 * @throws ApiError grant_exceeds_own
 */
export async function assertOutranks(db: Sql, actor: Actor, personId: string): Promise<void> {
  const held = await rolesHeldBy(db, personId);
  if (!held.every((there) => mayAssign(actor, there))) throw new ApiError('grant_exceeds_own');
}
