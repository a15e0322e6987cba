import { DUTIES, mayEnd, type RoleName } from '@dangxiao/domain';
import { bindingSetting } from '../../database/fragments/binding-setting.ts';
import type { Sql } from '../../database/sql.ts';
import type { Actor } from '../../http/actor.ts';
import type { Scope } from '../../http/scope.ts';
import { authorities, mayAssign } from './rank.ts';

export interface GrantRow {
  id: string;
  role: RoleName;
  level: number;
  organizationId: string;
  organizationName: string;
  path: string;
  separated: boolean;
  grantedAt: Date;
  grantedBy: string | null;
  personId: string | null;
  accountId: string | null;
  holderName: string;
  dependents: number;
}

/** Holds below `from`: a grant with its node and its holder. */
export const grantTables = `
  role_grant g join organization o on o.id = g.organization_id
  left join account ha on ha.id = g.account_id
  left join person p on p.id = coalesce(g.person_id, ha.person_id)
  left join account ga on ga.id = g.granted_by left join person gp on gp.id = ga.person_id`;

/** Everything granted under a grant, directly or further down, and holding still. */
const below = (id: string) => `
  with recursive below as (
    select id from role_grant where parent_id = ${id} and revoked_at is null
    union select c.id from role_grant c join below on c.parent_id = below.id where c.revoked_at is null)`;

export const grantColumns = `
  g.id, g.role, g.level, g.organization_id as "organizationId", o.name as "organizationName", o.path::text as path,
  ${bindingSetting('separatedDuties', 'o.path')} as separated, g.granted_at as "grantedAt", coalesce(gp.name, ga.login) as "grantedBy",
  p.id as "personId", ha.id as "accountId", coalesce(p.name, ha.login) as "holderName",
  (${below('g.id')} select count(*)::int from below) as dependents`;

/** The duty of a role in SQL, from the one table of duties. */
export const dutyOf = (role: string): string => {
  const cases = Object.entries(DUTIES).flatMap(([name, duty]) => (duty ? [`when '${name}' then '${duty}'`] : []));
  return `case ${role} ${cases.join(' ')} end`;
};

/** The roles of a person that hold now, also those at nodes outside the actor's subtrees. */
export const grantsOf = (db: Sql, personId: string): Promise<GrantRow[]> =>
  db.query<GrantRow>(
    `select ${grantColumns} from ${grantTables} where g.revoked_at is null and p.id = $1 order by g.granted_at, g.id`,
    [personId],
  );

/** A grant that holds, at a node where the actor may grant. */
export function grantInScope(db: Sql, scope: Scope<'roles.grant'>, grantId: string): Promise<GrantRow | null> {
  const params: unknown[] = [grantId];
  return db.one<GrantRow>(
    `select ${grantColumns} from ${grantTables}
     where g.id = $1 and g.revoked_at is null and ${scope.sql('o.path', params)}`,
    params,
  );
}

export interface Dependent {
  id: string;
  role: RoleName;
  level: number;
  name: string;
  personId: string | null;
  accountId: string | null;
  organizationId: string;
  organizationName: string;
  path: string;
}

/** What was granted under a grant and holds still, higher levels first. */
export const dependentsOf = (db: Sql, grantId: string): Promise<Dependent[]> =>
  db.query<Dependent>(
    `${below('$1')} select g.id, g.role, g.level, coalesce(p.name, ha.login) as name, p.id as "personId", ha.id as "accountId",
       o.id as "organizationId", o.name as "organizationName", o.path::text as path
     from below join ${grantTables.replace('role_grant g', 'role_grant g on g.id = below.id')}
     order by g.level, o.path, g.id`,
    [grantId],
  );

/** May the actor end this grant: it is not their own, they could have given it, and they stand above it? */
export function mayRevoke(actor: Actor, grant: GrantRow): boolean {
  const own = grant.accountId === actor.accountId || (grant.personId !== null && grant.personId === actor.personId);
  const [authority] = authorities(actor, grant.path);
  return !own && authority !== undefined && mayEnd(authority.level, grant.level) && mayAssign(actor, grant);
}

/** What leaves the API of a grant. */
export const grantView = (actor: Actor, row: GrantRow) => ({
  id: row.id,
  role: row.role,
  organizationId: row.organizationId,
  organizationName: row.organizationName,
  level: row.level,
  grantedAt: row.grantedAt.toISOString(),
  grantedBy: row.grantedBy,
  dependents: row.dependents,
  revocable: mayRevoke(actor, row),
});
