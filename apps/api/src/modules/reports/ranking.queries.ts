import type { Sql } from '../../database/sql.ts';
import { figureColumns, totalOn, type Below, type Figures } from './figures.queries.ts';
import type { Sight } from './sight.ts';

export type Ranked = Below & Figures & { rank: number; total: number };

/** Branches of the day in the subtree, best first; those without anybody who owes hours are left out. One more than `limit`, from `skip` on. */
export function rankBranches(db: Sql, { id, day }: Sight, skip: number, limit: number): Promise<Ranked[]> {
  return db.query<Ranked>(
    `select * from (
       select o.id as "organizationId", o.name, o.kind, ${figureColumns},
         rank() over (order by s.attained::numeric / s.owing desc)::int as rank, count(*) over ()::int as total
       from organization_below b join organization o on o.id = b.organization_id and o.kind = 'branch'
       cross join lateral ${totalOn('o.id', '$2::date')} s
       where b.ancestor_id = $1 and b.from_day <= $2::date and b.to_day > $2::date and s.owing > 0) r
     order by rank, "hoursPerHead"::numeric desc, "organizationId" limit $3 offset $4`,
    [id, day, limit + 1, skip],
  );
}
