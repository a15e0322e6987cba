import { COUNTERS } from '@dangxiao/domain';
import { deriveActivity, deriveStanding } from './derive.sql.ts';
import { standingSums } from './sums.sql.ts';

/** Rows of a person that hold from a day to another and count somewhere. */
interface Spans {
  table: string;
  fresh: string;
  columns: string;
  derive: string;
  /** What a row adds to the figures of its organization on its first day; `sign` is '' or '-'. */
  adds: (sign: '' | '-') => string[];
}

/** Hours count for those who owe some. */
export const standings: Spans = {
  table: 'standing',
  fresh: 'standing_fresh',
  columns: 'person_id, from_day, to_day, organization_id, owes, attained, centralised, online, missing',
  derive: deriveStanding,
  adds: (sign) => [
    `${sign}1`,
    `${sign}owes::int`,
    `${sign}attained::int`,
    '0',
    ...COUNTERS.map((c) => `case when owes then ${sign}${c} else 0 end`),
  ],
};

export const activities: Spans = {
  table: 'activity',
  fresh: 'activity_fresh',
  columns: 'person_id, from_day, to_day, organization_id',
  derive: deriveActivity,
  adds: (sign) => ['0', '0', '0', `${sign}1`, ...COUNTERS.map(() => '0')],
};

export const freshTable = ({ table, fresh }: Spans) =>
  `create temporary table if not exists ${fresh} (like ${table}) on commit delete rows`;

export const makeFresh = ({ fresh, columns, derive }: Spans) => `insert into ${fresh} (${columns}) ${derive}`;

/** What a row adds on its first day it takes away on the day after its last; the other way round for one that is no more. */
const eventsOf = ({ adds }: Spans, rows: string, gone: boolean) => `
  select organization_id, from_day as day, ${adds(gone ? '-' : '').join(', ')} from ${rows}
  union all select organization_id, to_day, ${adds(gone ? '' : '-').join(', ')} from ${rows} where to_day < 'infinity'`;

const figures = standingSums.figures.join(', ');
const intoChange = (select: string) =>
  `insert into ${standingSums.change} (organization_id, day, ${figures}) ${select}`;

/** Only what differs is written, most people get one row more a day: what still stands after this is as it was derived. $1 the people. */
export const takeAway = (spans: Spans) => `
  with gone as (
    delete from ${spans.table} s where s.person_id = any($1::uuid[]) and not exists (
      select from ${spans.fresh} f where f.person_id = s.person_id and f.from_day = s.from_day and f = s)
    returning *)
  ${intoChange(eventsOf(spans, 'gone', true))}`;

export const putIn = (spans: Spans) => `
  with came as (
    insert into ${spans.table} (${spans.columns})
    select ${spans.columns} from ${spans.fresh} order by person_id, from_day
    on conflict (person_id, from_day) do nothing returning *)
  ${intoChange(eventsOf(spans, 'came', false))}`;
