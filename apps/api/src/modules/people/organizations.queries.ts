import type { OrganizationKind } from '@dangxiao/domain';
import type { Scope } from '../../http/scope.ts';
import type { Sql } from '../../database/sql.ts';
import { employerRef } from './employers.queries.ts';
import { BY_NAME, like } from './sorting.ts';

/** Columns of the contract's organizationView, for `organization o`. */
const view = `o.id, o.parent_id as "parentId", o.name, o.code, o.kind, o.revision, o.closed_on as "closedOn", o.member_count as "memberCount",
  ${employerRef('o.employer_id')} as "employer",
  (select count(*)::int from organization c where c.parent_id = o.id and c.closed_on is null) as "childCount",
  (select coalesce(sum(s.member_count), 0)::int from organization s where s.path <@ o.path) as "subtreeMemberCount"`;
const kindOrder = `array_position(array['committee', 'general_branch', 'branch', 'party_group'], o.kind)`;

export interface OrganizationRow {
  id: string;
  parentId: string | null;
  name: string;
  code: string;
  kind: OrganizationKind;
  revision: number;
  closedOn: string | null;
  memberCount: number;
  childCount: number;
  subtreeMemberCount: number;
  employer: { id: string; name: string } | null;
}
type Listed = OrganizationRow & { order: number };

export interface After {
  order: number;
  name: string;
  id: string;
}

/** Only those nodes of the actor's that lie below none of their others. */
function topmost(scope: Scope<'organizations.read'>): string[] {
  const paths = [...new Set(scope.paths)];
  return paths.filter((path) => !paths.some((other) => other !== path && path.startsWith(`${other}.`)));
}

/** Children of a node, or without one the topmost nodes of the actor, by kind and name; one more than `limit` when there are more. */
export function listChildren(
  db: Sql,
  scope: Scope<'organizations.read'>,
  { parentId, after, limit }: { parentId?: string | undefined; after: After | null; limit: number },
): Promise<Listed[]> {
  const params: unknown[] = [limit + 1];
  const where: string[] = ['o.closed_on is null'];
  if (parentId) where.push(`o.parent_id = $${params.push(parentId)}`, scope.sql('o.path', params));
  else where.push(`o.path = any($${params.push(topmost(scope))}::ltree[])`);
  if (after) {
    const at = params.push(after.order, after.name, after.id);
    where.push(
      `(${kindOrder}, o.name ${BY_NAME}, o.id) > ($${at - 2}::int, $${at - 1}::text ${BY_NAME}, $${at}::uuid)`,
    );
  }
  return db.query<Listed>(
    `select ${view}, ${kindOrder} as order from organization o where ${where.join(' and ')}
     order by ${kindOrder}, o.name ${BY_NAME}, o.id limit $1`,
    params,
  );
}

/** By part of the name, of the initials, or the beginning of the code. */
export function findOrganizations(
  db: Sql,
  scope: Scope<'organizations.read'>,
  q: string,
  { limit, closed }: { limit: number; closed: boolean },
) {
  const params: unknown[] = [limit, like(q), like(q.toLowerCase().replace(/\s+/g, '')), q];
  const inside = scope.sql('o.path', params);
  const visible = scope.sql('a.path', params);
  return db.query<
    Pick<OrganizationRow, 'id' | 'name' | 'code' | 'kind' | 'closedOn'> & { trail: { id: string; name: string }[] }
  >(
    `select o.id, o.name, o.code, o.kind, o.closed_on as "closedOn",
       coalesce((select json_agg(json_build_object('id', a.id, 'name', a.name) order by nlevel(a.path)) from organization a
         where a.path @> o.path and a.id <> o.id and ${visible}), '[]') as trail
     from organization o
     where (o.name ilike '%' || $2 || '%' or o.initials like '%' || $3 || '%' or o.code ilike $2 || '%') and ${inside} ${closed ? '' : 'and o.closed_on is null'}
     order by (o.name = $4 or o.code = $4) desc, nlevel(o.path), o.name ${BY_NAME}, o.id limit $1`,
    params,
  );
}

/** One node with its ancestors as far as the actor may see them, and the day since when it has been as it is; null when out of sight. */
export function findOrganization(db: Sql, scope: Scope<'organizations.read'>, organizationId: string) {
  const params: unknown[] = [organizationId];
  const inside = scope.sql('o.path', params);
  const visible = scope.sql('a.path', params);
  return db.one<OrganizationRow & { ancestors: { id: string; name: string }[]; since: string }>(
    `select ${view},
       coalesce((select json_agg(json_build_object('id', a.id, 'name', a.name) order by nlevel(a.path)) from organization a
         where a.path @> o.path and a.id <> o.id and ${visible}), '[]') as ancestors,
       (select max(v.valid_from) from organization_version v
         where v.organization_id = o.id and v.superseded_at is null) as since
     from organization o where o.id = $1 and ${inside}`,
    params,
  );
}
