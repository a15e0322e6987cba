import type { PersonKind, Position } from '@dangxiao/domain';
import type { Sql } from '../../database/sql.ts';
import { ApiError } from '../../http/api-error.ts';
import type { Scope } from '../../http/scope.ts';
import { grantedIds, holds, treeOfDay, wayUp, type AsOf } from './as-of.ts';
import type { After, OrganizationRow } from './organizations.queries.ts';
import { countedTo, employerRef } from './employers.queries.ts';
import { BY_NAME, like } from './sorting.ts';

const kindOrder = `array_position(array['committee', 'general_branch', 'branch', 'party_group'], l.kind)`;
/** Rows of `l`, nodes of the day, with the counts of that day. */
const counted = `
  below as (select l.id as top, l.id from l union all select b.top, v.id from below b join v on v.parent_id = b.id),
  heads as (select b.top, count(*)::int as everybody, (count(*) filter (where m.organization_id = b.top))::int as own
    from below b join membership m on m.organization_id = b.id where ${holds('m', '$1', '$2')} group by 1)`;
const columns = `l.id, l.parent_id as "parentId", l.name, l.code, l.kind, o.revision, o.closed_on as "closedOn", ${employerRef('o.employer_id')} as "employer",
  coalesce(h.own, 0) as "memberCount", coalesce(h.everybody, 0) as "subtreeMemberCount",
  (select count(*)::int from v c where c.parent_id = l.id) as "childCount"`;
const joined = 'l join organization o on o.id = l.id left join heads h on h.top = l.id';

type Listed = OrganizationRow & { order: number };

/** Children of a node on a day; without one the nodes of the actor that stood then. */
export function childrenAsOf(
  db: Sql,
  scope: Scope<'organizations.read'>,
  asOf: AsOf,
  { parentId, after, limit }: { parentId?: string | undefined; after: After | null; limit: number },
): Promise<Listed[]> {
  const params: unknown[] = [asOf.day, asOf.known, parentId ?? null, grantedIds(scope), limit + 1];
  const chosen = parentId
    ? 'v.parent_id = $3::uuid and exists (select from way where way.id = any($4::uuid[]))'
    : `v.id = any($4::uuid[])`;
  let beyond = '';
  if (after) {
    const at = params.push(after.order, after.name, after.id);
    beyond = `where (${kindOrder}, l.name ${BY_NAME}, l.id) > ($${at - 2}::int, $${at - 1}::text ${BY_NAME}, $${at}::uuid)`;
  }
  return db.query<Listed>(
    `with recursive ${treeOfDay}, ${wayUp},
     l as (select l.* from (select v.* from v where ${chosen}) l ${beyond} order by ${kindOrder}, l.name ${BY_NAME}, l.id limit $5),
     ${counted}
     select ${columns}, ${kindOrder} as order from ${joined} order by ${kindOrder}, l.name ${BY_NAME}, l.id`,
    params,
  );
}

/**
 * One node as it was on a day, with its ancestors of that day as far as the actor sees.
 * @throws ApiError organization_not_found
 */
export async function organizationAsOf(
  db: Sql,
  scope: Scope<'organizations.read'>,
  asOf: AsOf,
  organizationId: string,
) {
  const row = await db.one<OrganizationRow & { ancestors: { id: string; name: string }[]; since: string }>(
    `with recursive ${treeOfDay}, ${wayUp},
     l as (select v.* from v where v.id = $3::uuid and exists (select from way where way.id = any($4::uuid[]))),
     ${counted}
     select ${columns}, l.valid_from as since,
       coalesce((select json_agg(json_build_object('id', w.id, 'name', w.name) order by w.up desc) from way w
         where w.up > 0 and w.up <= (select max(g.up) from way g where g.id = any($4::uuid[]))), '[]') as ancestors
     from ${joined}`,
    [asOf.day, asOf.known, organizationId, grantedIds(scope)],
  );
  if (!row) throw new ApiError('organization_not_found');
  return row;
}

interface MemberFilter {
  organizationId?: string | undefined;
  subtree: boolean;
  q?: string | undefined;
  kind?: PersonKind | undefined;
  employerId?: string | undefined;
}

/** Who belonged to a node, or to the actor's nodes, on a day: names of today, everything else of that day. One more than `limit`. */
export async function membersAsOf(
  db: Sql,
  scope: Scope<'people.read'>,
  asOf: AsOf,
  filter: MemberFilter,
  { after, limit }: { after: readonly [string, string] | null; limit: number },
) {
  const granted = grantedIds(scope);
  const params: unknown[] = [asOf.day, asOf.known, filter.organizationId ?? null, granted];
  const where = [holds('m', '$1', '$2')];
  if (filter.kind) where.push(`m.kind = $${params.push(filter.kind)}`);
  if (filter.employerId) where.push(countedTo(`$${params.push(filter.employerId)}`, 'home'));
  if (filter.q) where.push(`p.name ilike '%' || $${params.push(like(filter.q))} || '%'`);
  const start = filter.organizationId
    ? 'v.id = $3::uuid and exists (select from way where way.id = any($4::uuid[]))'
    : 'v.id = any($4::uuid[])';
  const ctes = `with recursive ${treeOfDay}, ${wayUp},
    below as (select v.id, v.name from v where ${start}
      ${filter.subtree || !filter.organizationId ? 'union select v.id, v.name from below b join v on v.parent_id = b.id' : ''})`;
  const from = `below o join organization home on home.id = o.id join membership m on m.organization_id = o.id join person p on p.id = m.person_id
    left join account a on a.person_id = p.id where ${where.join(' and ')}`;
  const total = after
    ? null
    : ((await db.one<{ n: number }>(`${ctes} select count(*)::int as n from ${from}`, params))?.n ?? 0);
  let beyond = '';
  if (after) {
    const at = params.push(...after);
    beyond = `and (p.name ${BY_NAME}, p.id) > ($${at - 1}::text ${BY_NAME}, $${at}::uuid)`;
  }
  const rows = await db.query<{
    id: string;
    name: string;
    organizationId: string;
    organizationName: string;
    kind: PersonKind;
    position: Position;
  }>(
    `${ctes} select p.id, p.name, o.id as "organizationId", o.name as "organizationName", m.kind, m.position from ${from} ${beyond}
     order by p.name ${BY_NAME}, p.id limit $${params.push(limit + 1)}`,
    params,
  );
  return { rows, total };
}
