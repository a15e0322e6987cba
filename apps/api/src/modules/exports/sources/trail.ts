import type { Scope } from '../../../http/scope.ts';
import { grantedIds, treeOfDay, wayUp, type AsOf } from '../../people/index.ts';
import { text, type Column } from './source.ts';

/** One row a node, its names from the actor's topmost node down: `trail(id, full_name)`. `trail_raw` may reach a node twice. */
const longest = `trail as (select distinct on (id) id, full_name from trail_raw order by id, length(full_name) desc)`;

/** SQL: `trail` of today. Appends to `params`. */
export function trailToday(scope: Scope, params: unknown[]): string[] {
  const tops = params.push(scope.paths);
  return [
    `trail_raw as (
      select o.id, o.name::text as full_name from organization o where o.path = any($${tops}::ltree[])
      union all
      select c.id, t.full_name || ' / ' || c.name from trail_raw t join organization c on c.parent_id = t.id)`,
    longest,
  ];
}

/** The parameters $1 to $4 that `treeOfDay`, `wayUp` and `nodesOfDay` stand on. */
export const dayParams = (asOf: AsOf, scope: Scope, nodeId: string | undefined): unknown[] => [
  asOf.day,
  asOf.known,
  nodeId ?? null,
  grantedIds(scope),
];

/** SQL: `below`, the nodes asked for as they stood on the day, and `trail`. */
export function nodesOfDay(nodeId: string | undefined, subtree: boolean): string[] {
  const start = nodeId
    ? 'v.id = $3::uuid and exists (select from way where way.id = any($4::uuid[]))'
    : '($3::uuid is null and v.id = any($4::uuid[]))';
  const down =
    subtree || !nodeId
      ? 'union select v.id, v.name, v.code, v.kind, v.parent_id from below b join v on v.parent_id = b.id'
      : '';
  return [
    treeOfDay,
    wayUp,
    `below as (select v.id, v.name, v.code, v.kind, v.parent_id from v where ${start} ${down})`,
    `trail_raw as (
      select v.id, v.name::text as full_name from v where v.id = any($4::uuid[])
      union all
      select v.id, t.full_name || ' / ' || v.name from trail_raw t join v on v.parent_id = t.id)`,
    longest,
  ];
}

/** The column of the full name; `id` is SQL of the organization. */
export const trailColumn = (id: string, otherwise: string): Column =>
  text(`coalesce(trail.full_name, ${otherwise})`, 44, `left join trail on trail.id = ${id}`);
