import type { Sql } from '../../database/sql.ts';
import { BY_NAME, like } from '../people/index.ts';
import type { Sight } from './sight.ts';

export type StandingState = 'behind' | 'attained' | 'exempt';
export interface StandingRow {
  personId: string;
  name: string;
  organizationName: string;
  state: StandingState;
  centralised: string;
  online: string;
  missing: string;
}
interface Filter {
  state?: StandingState | undefined;
  q?: string | undefined;
  sort: 'missing' | 'name';
}

const states: Record<StandingState, string> = {
  behind: 's.owes and not s.attained',
  attained: 's.attained',
  exempt: 'not s.owes',
};

/** Standings of the day ($2) under an organization ($1). */
const standings = `
  standing s
  join organization_below b on b.organization_id = s.organization_id and b.ancestor_id = $1 and b.from_day <= $2::date and b.to_day > $2::date`;
/** Every 1 January begins another row (`standing_horizon`), so that the year of the day bounds what is looked through. */
const onDay = `s.to_day > $2::date and s.from_day <= $2::date and s.from_day >= date_trunc('year', $2::date)::date
  and s.to_day <= (date_trunc('year', $2::date) + interval '1 year')::date`;

/**
 * Everybody who is behind stands under the root: the index of the most hours missing is read in its order until the page is full, where the
 * organizations' own indexes would bring all of them to be sorted. The same answers as `standings` with `onDay`.
 */
const furthest = 'standing s';
const furthestOnDay = `$1::uuid is not null and s.to_day > $2::date and s.from_day <= $2::date
  and extract(year from s.from_day) = extract(year from $2::date)`;
const isRoot = 'select from school where root_organization_id = $1';

/** One more than `limit`. */
export async function listStandings(
  db: Sql,
  { id, day }: Pick<Sight, 'id' | 'day'>,
  { state, q, sort }: Filter,
  { after, limit }: { after: readonly [string, string] | null; limit: number },
): Promise<StandingRow[]> {
  const params: unknown[] = [id, day, limit + 1];
  const fromTheTop =
    state === 'behind' && sort === 'missing' && q === undefined && (await db.one(isRoot, [id])) !== null;
  const where = [fromTheTop ? furthestOnDay : onDay];
  if (state) where.push(states[state]);
  if (q) where.push(`p.name ilike '%' || $${params.push(like(q))} || '%'`);
  const named = sort === 'name' || q !== undefined;
  if (after) {
    const at = params.push(...after);
    where.push(
      sort === 'name'
        ? `(p.name ${BY_NAME}, p.id) > ($${at - 1}::text ${BY_NAME}, $${at}::uuid)`
        : `(-s.missing, s.person_id) > (-$${at - 1}::numeric, $${at}::uuid)`,
    );
  }
  const order = sort === 'name' ? `p.name ${BY_NAME}, p.id` : '-s.missing, s.person_id';
  return db.query<StandingRow>(
    `select s.person_id as "personId", p.name, o.name as "organizationName",
       case when not w.owes then 'exempt' when w.attained then 'attained' else 'behind' end as state,
       w.centralised::text as centralised, w.online::text as online, s.missing::text as missing
     from (
       select s.* from (
         select s.person_id, s.missing, s.from_day from ${fromTheTop ? furthest : standings}
         ${named ? 'join person p on p.id = s.person_id' : ''}
         where ${where.join(' and ')} order by ${order} limit $3) s) s
     join standing w on w.person_id = s.person_id and w.from_day = s.from_day
     join person p on p.id = s.person_id join organization o on o.id = w.organization_id order by ${order}`,
    params,
  );
}

/** How many the filter finds; without a name the totals know it. */
export async function countStandings(db: Sql, { id, day }: Pick<Sight, 'id' | 'day'>, { state, q }: Filter) {
  if (q !== undefined) {
    const where = [onDay, ...(state ? [states[state]] : [])].join(' and ');
    const row = await db.one<{ n: number }>(
      `select count(*)::int as n from ${standings} join person p on p.id = s.person_id
       where ${where} and p.name ilike '%' || $3 || '%'`,
      [id, day, like(q)],
    );
    return row?.n ?? 0;
  }
  const row = await db.one<Record<StandingState | 'all', number>>(
    `select people as "all", owing - attained as behind, attained, people - owing as exempt
     from standing_sum where organization_id = $1 and day <= $2::date order by day desc limit 1`,
    [id, day],
  );
  return row?.[state ?? 'all'] ?? 0;
}
