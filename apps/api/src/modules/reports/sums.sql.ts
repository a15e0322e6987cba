import { COUNTERS } from '@dangxiao/domain';

/**
 * Figures that add up: what an organization's own people change on a day (`own`), and how the organization with everything below it stood from a
 * day on (`total`). A total is one row however large the subtree is, for any day of the past.
 */
export interface Sums {
  own: string;
  total: string;
  /** What figures are told apart by, besides organization and day. */
  keys: readonly string[];
  figures: readonly string[];
  /** Temporary tables: changes of `own`, and of `total`. */
  change: string;
  rolled: string;
}

export const standingSums: Sums = {
  own: 'standing_day',
  total: 'standing_sum',
  keys: [],
  figures: ['people', 'owing', 'attained', 'active', ...COUNTERS],
  change: 'standing_change',
  rolled: 'standing_rolled',
};

export const trainingSums: Sums = {
  own: 'training_day',
  total: 'training_sum',
  keys: ['assignment_id'],
  figures: ['assigned', 'started', 'finished'],
  change: 'training_fresh',
  rolled: 'training_rolled',
};

const list = (names: readonly string[], of: (name: string) => string = (name) => name) => names.map(of).join(', ');
const some = ({ figures }: Sums, of: (name: string) => string) =>
  figures.map((name) => `${of(name)} <> 0`).join(' or ');
const keyed = ({ keys }: Sums) => ['organization_id', ...keys, 'day'];
const columns = (sums: Sums) => list([...keyed(sums), ...sums.figures]);

/** Both work tables of `sums`. */
export const workTables = (sums: Sums) => `
  create temporary table if not exists ${sums.change} (like ${sums.own}) on commit delete rows;
  create temporary table if not exists ${sums.rolled} (like ${sums.total}) on commit delete rows`;

/** The changes are part of `own` from now on. */
export const addToOwn = (sums: Sums) => `
  insert into ${sums.own} (${columns(sums)})
  select ${list(keyed(sums))}, ${list(sums.figures, (name) => `sum(${name})`)} from ${sums.change}
  group by ${list(keyed(sums))} having ${some(sums, (name) => `sum(${name})`)} order by ${list(keyed(sums))}
  on conflict (${list(keyed(sums))}) do update set ${list(sums.figures, (name) => `${name} = ${sums.own}.${name} + excluded.${name}`)}`;

/**
 * What rows of `source` mean for everybody above: they count there from the later of their day and the begin of the time below, and no more
 * from its end, if it has one.
 * @param windows a table like `organization_below`
 * @param sign SQL of 1 or -1 from `w`, a row of `windows`
 */
export const roll = (sums: Sums, source: string, windows: string, sign = '1') => {
  const counted = (day: string, adds: string) => `
    select w.ancestor_id as organization_id, ${list(sums.keys, (name) => `c.${name}, `)} ${day} as day,
      ${list(sums.figures, (name) => `case when ${adds} > 0 then c.${name} else -c.${name} end as ${name}`)}
    from ${source} c join ${windows} w on w.organization_id = c.organization_id and c.day < w.to_day`;
  return `
  insert into ${sums.rolled} (${columns(sums)})
  select ${list(keyed(sums))}, ${list(sums.figures, (name) => `sum(${name})`)} from (${counted('greatest(c.day, w.from_day)', sign)}
    union all ${counted('w.to_day', `-${sign}`)} where w.to_day < 'infinity') e
  group by ${list(keyed(sums))} having ${some(sums, (name) => `sum(${name})`)}`;
};

/** Totals anew from the first changed day on, for each organization that changed: mostly the last row or two. */
export const raise = (sums: Sums) => {
  const key = ['organization_id', ...sums.keys];
  const same = (one: string, other: string) => key.map((name) => `${one}.${name} = ${other}.${name}`).join(' and ');
  const total = list(sums.figures, (name) => `sum(sum(${name})) over w as ${name}`);
  return `
  with first as (select ${list(key)}, min(day) as day from ${sums.rolled} group by ${list(key)}),
  old as (
    select ${list([...key, 'day'], (name) => `s.${name}`)}, ${list(sums.figures, (name) => `s.${name} - coalesce(lag(s.${name}) over w, 0) as ${name}`)}
    from first f
    cross join lateral (select max(b.day) as day from ${sums.total} b where ${same('b', 'f')} and b.day < f.day) base
    join ${sums.total} s on ${same('s', 'f')} and s.day >= coalesce(base.day, f.day)
    window w as (partition by ${list(key, (name) => `s.${name}`)} order by s.day)),
  step as (select ${columns(sums)} from old union all select ${columns(sums)} from ${sums.rolled})
  insert into ${sums.total} (${columns(sums)})
  select ${list([...key, 'day'])}, ${total} from step group by ${list([...key, 'day'])}
  window w as (partition by ${list(key)} order by day)
  on conflict (${list(keyed(sums))}) do update set ${list(sums.figures, (name) => `${name} = excluded.${name}`)}
  where (${list(sums.figures, (name) => `${sums.total}.${name}`)}) is distinct from (${list(sums.figures, (name) => `excluded.${name}`)})`;
};

/** Makes the work tables empty again, for another step of the same transaction. */
export const clear = (sums: Sums) => `delete from ${sums.change}; delete from ${sums.rolled}`;
