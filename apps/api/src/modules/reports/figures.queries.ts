import { COUNTERS, type OrganizationKind } from '@dangxiao/domain';
import type { Sql } from '../../database/sql.ts';
import { BY_NAME } from '../people/index.ts';
import type { Sight } from './sight.ts';
import { heldDays } from './tree.sql.ts';

export interface Figures {
  members: number;
  owing: number;
  attained: number;
  attainmentRate: string;
  hoursPerHead: string;
  active: number;
}
export interface Below {
  organizationId: string;
  name: string;
  kind: OrganizationKind;
}

/** The total of an organization on a day: SQL of one row of null or figures. */
export const totalOn = (organization: string, day: string) => `
  (select * from standing_sum t where t.organization_id = ${organization} and t.day <= ${day} order by t.day desc limit 1)`;

/** Columns of `Figures` from `s`, which may be missing. */
export const figureColumns = `coalesce(s.people, 0) as members, coalesce(s.owing, 0) as owing, coalesce(s.attained, 0) as attained,
  round(coalesce(s.attained::numeric / nullif(s.owing, 0), 0), 4)::text as "attainmentRate",
  round(coalesce((${COUNTERS.map((counter) => `s.${counter}`).join(' + ')}) / nullif(s.owing, 0), 0), 2)::text as "hoursPerHead",
  coalesce(s.active, 0) as active`;

/** Children of $1 on the day $2, in the zone $3. */
export const childrenOn = `
  (select v.organization_id as id, v.name, v.kind from organization_version v, lateral ${heldDays('v', '$3')} h
   where v.parent_id = $1 and h.f <= $2::date and h.t > $2::date)`;

/** The figures of the subtree. */
export async function figuresOf(db: Sql, { id, day }: Sight): Promise<Figures> {
  const row = await db.one<Figures>(
    `select ${figureColumns} from (select) one left join lateral ${totalOn('$1', '$2::date')} s on true`,
    [id, day],
  );
  if (!row) throw new Error('An organization has no figures');
  return row;
}

/** The same of each child of that day. */
export function figuresOfChildren(db: Sql, { id, day }: Sight, zone: string): Promise<(Below & Figures)[]> {
  return db.query<Below & Figures>(
    `select c.id as "organizationId", c.name, c.kind, ${figureColumns}
     from ${childrenOn} c left join lateral ${totalOn('c.id', '$2::date')} s on true order by c.name ${BY_NAME}, c.id`,
    [id, day, zone],
  );
}

/** The last days of the twelve months before, and the day itself; null where the organization stood outside the actor's sight, or nowhere. */
export async function trendOf(
  db: Sql,
  { id, day, granted }: Sight,
): Promise<{ day: string; figures: Figures | null }[]> {
  const rows = await db.query<Figures & { day: string; seen: boolean }>(
    `select p.day::text as day, ${figureColumns},
       exists (select from organization_below b where b.organization_id = $1 and b.ancestor_id = any($3::uuid[])
         and b.from_day <= p.day and b.to_day > p.day) as seen
     from (
       select (date_trunc('month', $2::date) - make_interval(months => n))::date - 1 as day from generate_series(0, 11) n
       union select $2::date) p
     left join lateral ${totalOn('$1', 'p.day')} s on true order by p.day`,
    [id, day, granted],
  );
  return rows.map(({ day: on, seen, ...figures }) => ({ day: on, figures: seen ? figures : null }));
}
