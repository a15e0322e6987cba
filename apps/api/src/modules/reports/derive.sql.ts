import { COUNTERS, type Counter } from '@dangxiao/domain';
import { heldDays } from './tree.sql.ts';

const each = (of: (counter: Counter) => string, between = ', ') => COUNTERS.map(of).join(between);

const dated = (table: string, columns: string) => `
  select person_id, ${columns}, s.f, s.t from ${table} r, lateral ${heldDays('r', '$2')} s
  where r.person_id = any($1::uuid[]) and s.f < s.t`;

/**
 * The standings of the people $1, anew from their rows. $2 zone, $3 what each kind and position owes from which day to which (`ruleRows`), $4 the
 * last year whose 1 January is entered. A day begins a new standing when a membership or an exemption begins or ends, hours are entered, the
 * year turns, or another policy comes into force.
 */
export const deriveStanding = `
  with member as materialized (${dated('membership', 'r.organization_id, r.kind, r.position')}),
  exempted as materialized (${dated('exemption', 'r.kind')}),
  rule as materialized (
    select * from jsonb_to_recordset($3::jsonb) as r(from_day date, to_day date, kind text, position text, ${each((c) => `${c} numeric`)})),
  earned as materialized (
    select e.person_id, greatest((e.recorded_at at time zone $2)::date, make_date(e.year, 1, 1)) as day,
      ${each((c) => `coalesce(sum(e.hours) filter (where e.counter = '${c}'), 0) as ${c}`)}
    from credit_entry e
    where e.person_id = any($1::uuid[]) and extract(year from e.recorded_at at time zone $2) <= e.year
    group by 1, 2),
  since as (select person_id, min(f) as day from member group by 1),
  point as (
    select person_id, f as day from member
    union select person_id, t from member where t < 'infinity'
    union select person_id, f from exempted
    union select person_id, t from exempted where t < 'infinity'
    union select person_id, day from earned
    union select s.person_id, make_date(y, 1, 1) from since s, generate_series(extract(year from s.day)::int + 1, $4::int) y
    union select s.person_id, r.from_day from since s, (select distinct from_day from rule) r where r.from_day > s.day),
  span as (
    select p.person_id, p.day as from_day,
      coalesce(lead(p.day) over (partition by p.person_id order by p.day), 'infinity') as to_day,
      ${each((c) => `coalesce(sum(e.${c}) over (partition by p.person_id, extract(year from p.day) order by p.day), 0) as ${c}`)}
    from point p left join earned e using (person_id, day))
  select s.person_id, s.from_day, s.to_day, m.organization_id, o.owes, o.owes and k.missing = 0 as attained, ${each((c) => `s.${c}`)},
    case when o.owes then k.missing else 0 end as missing
  from span s
  join member m on m.person_id = s.person_id and s.from_day >= m.f and s.from_day < m.t
  left join rule r on r.kind = m.kind and r.position = m.position and s.from_day >= r.from_day and s.from_day < r.to_day
  left join exempted x on x.person_id = s.person_id and s.from_day >= x.f and s.from_day < x.t,
  lateral (select ${each((c) => `greatest(r.${c} - s.${c}, 0)`, ' + ')} as missing) k,
  lateral (select r.kind is not null and x.person_id is null as owes) o`;

/**
 * The days on which the people $1 had studied within the last seven: begun a lecture and played it, or begun an exam. $2 zone. A stay under another
 * organization begins another row.
 */
export const deriveActivity = `
  with member as materialized (${dated('membership', 'r.organization_id')}),
  studied as (
    select person_id, (started_at at time zone $2)::date as day from playback_lease where person_id = any($1::uuid[]) and seq > 0
    union select person_id, (started_at at time zone $2)::date from attempt where person_id = any($1::uuid[])),
  marked as (
    select person_id, day, day - lag(day) over (partition by person_id order by day) > 7 as apart from studied),
  numbered as (
    select person_id, day, count(*) filter (where apart) over (partition by person_id order by day) as island from marked),
  island as (select person_id, min(day) as f, max(day) + 7 as t from numbered group by person_id, island)
  select i.person_id, greatest(i.f, m.f) as from_day, least(i.t, m.t) as to_day, m.organization_id
  from island i join member m on m.person_id = i.person_id and m.f < i.t and m.t > i.f`;
