import { BY_NAME, employerName, holds, organizationAsOf, organizationInScope } from '../../people/index.ts';
import { scopeOf } from '../../../http/scope.ts';
import { column, text, word, type Asked, type Column, type Source, type Statement } from './source.ts';
import { dayParams, nodesOfDay, trailToday } from './trail.ts';

const READ = 'organizations.read';
const count = (sql: string): Column => column(sql, 'integer', 14);

/** The tree of organizations, a row a node, in the order of the tree. */
export const organizations: Source = {
  permission: READ,
  statement: (asked) => (asked.asOf ? past(asked, asked.asOf) : today(asked)),
};

async function today({ sql, actor, query: { organizationId, closed } }: Asked): Promise<Statement> {
  const scope = scopeOf(actor, READ);
  const node = organizationId ? await organizationInScope(sql, scope, organizationId) : undefined;
  const params: unknown[] = [];
  const where = [scope.sql('o.path', params)];
  const visible = scope.sql('up.path', params);
  if (node) where.push(`o.path <@ $${params.push(node.path)}::ltree`);
  if (!closed) where.push('o.closed_on is null');
  return {
    names: node ? { [node.id]: node.name } : {},
    with: trailToday(scope, params),
    from: `organization o left join organization up on up.id = o.parent_id and ${visible} left join trail on trail.id = o.id`,
    where,
    order: `trail.full_name ${BY_NAME}, o.id`,
    params,
    columns: {
      name: text('o.name', 28),
      code: text('o.code', 18),
      kind: word('o.kind', 'organizationKind', 12),
      parent: text('up.name', 28),
      trail: text('coalesce(trail.full_name, o.name)', 44),
      members: count('o.member_count'),
      subtreeMembers: count(
        '(select coalesce(sum(s.member_count), 0)::int from organization s where s.path <@ o.path)',
      ),
      children: count('(select count(*)::int from organization c where c.parent_id = o.id and c.closed_on is null)'),
      secretary: text(
        `(select string_agg(p.name, '、' order by l.valid_from) from leader_term l join person p on p.id = l.person_id
          where l.organization_id = o.id and l.position = 'secretary' and l.superseded_at is null and l.valid_to is null)`,
        14,
      ),
      employer: text(employerName('o.employer_id'), 28),
      closedOn: column('o.closed_on', 'day', 14),
    },
  };
}

async function past(
  { sql, actor, query: { organizationId } }: Asked,
  asOf: NonNullable<Asked['asOf']>,
): Promise<Statement> {
  const scope = scopeOf(actor, READ);
  const node = organizationId ? await organizationAsOf(sql, scope, asOf, organizationId) : undefined;
  return {
    names: node ? { [node.id]: node.name } : {},
    with: [
      ...nodesOfDay(organizationId, true),
      'reach as (select b.id as top, b.id from below b union all select r.top, v.id from reach r join v on v.parent_id = r.id)',
      `heads as (
        select r.top, count(*)::int as everybody, (count(*) filter (where r.id = r.top))::int as own
        from reach r join membership m on m.organization_id = r.id where ${holds('m', '$1', '$2')} group by 1)`,
    ],
    from: 'below b left join v up on up.id = b.parent_id and up.id in (select id from below) left join heads h on h.top = b.id left join trail on trail.id = b.id',
    where: ['true'],
    order: `trail.full_name ${BY_NAME}, b.id`,
    params: dayParams(asOf, scope, organizationId),
    columns: {
      name: text('b.name', 28),
      code: text('b.code', 18),
      kind: word('b.kind', 'organizationKind', 12),
      parent: text('up.name', 28),
      trail: text('coalesce(trail.full_name, b.name)', 44),
      members: count('coalesce(h.own, 0)'),
      subtreeMembers: count('coalesce(h.everybody, 0)'),
      children: count('(select count(*)::int from v c where c.parent_id = b.id)'),
    },
  };
}
