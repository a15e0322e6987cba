import { PERSON_KINDS, POSITIONS, requirementsFor, type ConversionPolicy } from '@dangxiao/domain';
import type { Sql } from '../../database/sql.ts';

/** One row for each requirement of each standing: the rule itself stays in the domain, SQL only joins with what it says. */
export function requirementRows(policy: Pick<ConversionPolicy, 'requirements'>) {
  return PERSON_KINDS.flatMap((kind) =>
    POSITIONS.flatMap((position) =>
      requirementsFor(policy, { kind, position, exempt: false }).map(({ counter, hours }) => ({
        kind,
        position,
        counter,
        hours,
      })),
    ),
  );
}

export interface Scope {
  /** ltree path of the node. */
  path: string;
  year: number;
  /** Of `requirementRows`, as JSON. */
  requirements: string;
}

/**
 * $1 path, $2 requirements, $3 year. `standing`: everybody of the subtree who owes hours, with what is missing of all requirements together;
 * hours beyond one requirement make up for nothing in another.
 */
const standing = `
  with owed as (select * from jsonb_to_recordset($2::jsonb) as r(kind text, position text, counter text, hours numeric)),
  standing as (
    select p.id, p.name, o.path, o.name as organization_name,
      sum(greatest(r.hours - coalesce(b.hours, 0), 0)) as missing
    from organization o
    join person p on p.current_organization_id = o.id and not p.exempt
    join owed r on r.kind = p.current_kind and r.position = p.current_position
    left join credit_balance b on b.person_id = p.id and b.year = $3 and b.counter = r.counter
    where o.path <@ $1::ltree
    group by p.id, p.name, o.path, o.name)`;

export interface Figures {
  people: number;
  attained: number;
  hoursPerHead: string;
}

/** Counts of the whole subtree. Hours of all counters are added up for this one figure only. */
export async function figures(db: Sql, { path, requirements, year }: Scope): Promise<Figures> {
  const row = await db.one<Figures>(
    `${standing}
     select count(*)::int as people, count(*) filter (where missing = 0)::int as attained,
       round(coalesce((select sum(b.hours) from credit_balance b where b.year = $3 and b.person_id in (select id from standing)), 0)
         / greatest(count(*), 1), 2)::text as "hoursPerHead"
     from standing`,
    [path, requirements, year],
  );
  return row ?? { people: 0, attained: 0, hoursPerHead: '0.00' };
}

/** Attainment of each child's subtree; people of the node itself belong to no child. */
export function attainmentOfChildren(db: Sql, organizationId: string, { path, requirements, year }: Scope) {
  return db.query<{ organizationId: string; name: string; people: number; attained: number }>(
    `${standing}
     select c.id as "organizationId", c.name, count(s.id)::int as people, (count(s.id) filter (where s.missing = 0))::int as attained
     from organization c
     left join standing s on subpath(s.path, 0, least(nlevel(c.path), nlevel(s.path))) = c.path
     where c.parent_id = $4 group by c.id, c.name order by c.name collate "zh-Hans-CN-x-icu", c.id`,
    [path, requirements, year, organizationId],
  );
}

/** The people who miss the most. */
export function furthestBehind(db: Sql, { path, requirements, year }: Scope) {
  return db.query<{ personId: string; name: string; organizationName: string; missing: string }>(
    `${standing}
     select id as "personId", name, organization_name as "organizationName", round(missing, 2)::text as missing
     from standing where missing > 0 order by missing desc, name collate "zh-Hans-CN-x-icu", id limit 10`,
    [path, requirements, year],
  );
}
