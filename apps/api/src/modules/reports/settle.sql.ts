import { contribution, derive, figureList, figures } from './derive.sql.ts';

const standing = 'person_id, from_day, to_day, organization_id, owes, attained, centralised, online, missing';

export const workTables = `
  create temporary table if not exists standing_fresh (like standing) on commit delete rows;
  create temporary table if not exists standing_change (like standing_day) on commit delete rows`;

export const fresh = `insert into standing_fresh (${standing}) ${derive}`;

/** What a standing adds on its first day it takes away on the day after its last; the other way round for one that is no more. */
const changes = (rows: string, gone: boolean) => `
  insert into standing_change (day, organization_id, ${figureList})
  select from_day, organization_id, ${contribution(gone ? '-' : '')} from ${rows}
  union all select to_day, organization_id, ${contribution(gone ? '' : '-')} from ${rows} where to_day < 'infinity'`;

/** Only what differs is written: most people get one row more a day. $1 the people. */
export const takeAway = `
  with gone as (
    delete from standing s where s.person_id = any($1::uuid[]) and not exists (
      select from standing_fresh f where f.person_id = s.person_id and f.from_day = s.from_day and f = s)
    returning *)
  ${changes('gone', true)}`;

export const putIn = `
  with came as (
    insert into standing (${standing})
    select ${standing} from standing_fresh f
    where not exists (select from standing s where s.person_id = f.person_id and s.from_day = f.from_day)
    returning *)
  ${changes('came', false)}`;

const summed = figures.map((name) => `sum(${name}) as ${name}`).join(', ');
const some = figures.map((name) => `sum(${name}) <> 0`).join(' or ');
const added = (table: string) => figures.map((name) => `${name} = ${table}.${name} + excluded.${name}`).join(', ');

export const addToDays = `
  insert into standing_day (day, organization_id, ${figureList})
  select day, organization_id, ${summed} from standing_change group by 1, 2 having ${some} order by 1, 2
  on conflict (day, organization_id) do update set ${added('standing_day')}`;

/** A change of the past (a late copy, a repaired row) also stands in every checkpoint after it. */
export const addToCheckpoints = `
  insert into standing_checkpoint (day, organization_id, ${figureList})
  select c.day, x.organization_id, ${summed} from standing_change x join standing_checkpoint_day c on c.day >= x.day
  group by 1, 2 having ${some} order by 1, 2
  on conflict (day, organization_id) do update set ${added('standing_checkpoint')}`;

/** The days before $1 (today) whose checkpoint is not made yet, in order: the 7th, 14th and 21st and the last day of each month. */
export const checkpointsDue = `
  select d.day::date::text as day
  from (select coalesce((select max(day) + 1 from standing_checkpoint_day), (select min(day) from standing_day)) as day) since,
    generate_series(since.day::timestamp, $1::date - interval '1 day', interval '1 day') as d(day)
  where extract(day from d.day) in (7, 14, 21) or extract(day from d.day + interval '1 day') = 1
  order by d.day`;

/** How every organization's own people stood at the end of $1: the checkpoint before plus the days since. */
export const makeCheckpoint = `
  with last as (select max(day) as day from standing_checkpoint_day where day < $1::date)
  insert into standing_checkpoint (day, organization_id, ${figureList})
  select $1::date, organization_id, ${summed} from (
    select organization_id, ${figureList} from standing_checkpoint where day = (select day from last)
    union all
    select organization_id, ${figureList} from standing_day
    where day > coalesce((select day from last), '-infinity') and day <= $1::date) rows
  group by organization_id having ${some}`;
