import {
  compareHours,
  COUNTERS,
  PERSON_KINDS,
  POSITIONS,
  requirementsFor,
  type ConversionPolicy,
  type Counter,
} from '@dangxiao/domain';
import type { Sql } from '../../database/sql.ts';

/**
 * What each standing owes, by counter: the rule stays in the domain, SQL only joins with what it says. Hours count for every requirement of
 * their counter, so the highest one is what is owed in it.
 */
export function requirementRows(policy: Pick<ConversionPolicy, 'requirements'>) {
  return PERSON_KINDS.flatMap((kind) =>
    POSITIONS.flatMap((position) => {
      const owed = requirementsFor(policy, { kind, position, exempt: false });
      if (owed.length === 0) return [];
      const highest = (counter: Counter) =>
        owed
          .filter((one) => one.counter === counter)
          .reduce((most, { hours }) => (compareHours(hours, most) > 0 ? hours : most), '0.00');
      return [{ kind, position, ...Object.fromEntries(COUNTERS.map((counter) => [counter, highest(counter)])) }];
    }),
  );
}

export interface Scope {
  /** ltree path of the node. */
  path: string;
  year: number;
  /** Of `requirementRows`, as JSON. */
  requirements: string;
}

export interface Standing {
  people: number;
  attained: number;
  hoursPerHead: string;
  children: { organizationId: string; name: string; people: number; attained: number }[];
  behind: { personId: string; name: string; organizationName: string; missing: string }[];
}

const each = (of: (counter: Counter) => string, between = ', ') => COUNTERS.map(of).join(between);

/**
 * $1 path, $2 requirements, $3 year, $4 the node. `standing` is everybody of the subtree who owes hours, with what is missing of all
 * requirements together: hours beyond one requirement make up for nothing in another. People of the node itself belong to no child.
 */
const standingSql = `
  with owed as (select * from jsonb_to_recordset($2::jsonb) as r(kind text, position text, ${each((c) => `${c} numeric`)})),
  earned as (
    select p.id, p.name, p.current_kind, p.current_position, o.id as organization_id,
      ${each((c) => `coalesce(sum(b.hours) filter (where b.counter = '${c}'), 0) as ${c}`)}
    from organization o
    join person p on p.current_organization_id = o.id and not p.exempt and p.deactivated_at is null
    left join credit_balance b on b.person_id = p.id and b.year = $3
    where o.path <@ $1::ltree
    group by p.id, o.id),
  standing as materialized (
    select e.id, e.name, e.organization_id, ${each((c) => `e.${c}`, ' + ')} as hours,
      ${each((c) => `greatest(r.${c} - e.${c}, 0)`, ' + ')} as missing
    from earned e join owed r on r.kind = e.current_kind and r.position = e.current_position),
  node as (
    select s.organization_id, sum(s.hours) as hours, count(*)::int as people, (count(*) filter (where s.missing = 0))::int as attained
    from standing s group by 1),
  child as (
    select c.id as "organizationId", c.name, coalesce(sum(n.people), 0)::int as people, coalesce(sum(n.attained), 0)::int as attained
    from organization c left join organization o on o.path <@ c.path left join node n on n.organization_id = o.id
    where c.parent_id = $4 group by c.id),
  furthest as (
    select s.id as "personId", s.name, o.name as "organizationName", round(s.missing, 2)::text as missing
    from standing s join organization o on o.id = s.organization_id
    where s.missing > 0 order by s.missing desc, s.name collate "zh-Hans-CN-x-icu", s.id limit 10),
  totals as (
    select coalesce(sum(hours), 0) as hours, coalesce(sum(people), 0)::int as people, coalesce(sum(attained), 0)::int as attained from node)
  select people, attained,
    round(hours / greatest(people, 1), 2)::text as "hoursPerHead",
    coalesce((select json_agg(c order by c.name collate "zh-Hans-CN-x-icu") from child c), '[]') as children,
    coalesce((select json_agg(f) from furthest f), '[]') as behind
  from totals`;

/** Who stands where, in one statement. Hours of all counters are added up for the one figure per head only. */
export async function standingOf(
  db: Sql,
  organizationId: string,
  { path, requirements, year }: Scope,
): Promise<Standing> {
  const row = await db.one<Standing>(standingSql, [path, requirements, year, organizationId]);
  if (!row) throw new Error('The overview has no figures');
  return row;
}
