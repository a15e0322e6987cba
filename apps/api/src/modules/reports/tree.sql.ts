/** The days on which a dated row held by what was known at their end: from the later of its two beginnings to the earlier of its two ends. */
export const heldDays = (row: string, zone: string) => `
  (select greatest(${row}.valid_from, (${row}.recorded_at at time zone ${zone})::date) as f,
    least(coalesce(${row}.valid_to, 'infinity'), coalesce((${row}.superseded_at at time zone ${zone})::date, 'infinity')) as t)`;

export const treeTables = `
  create temporary table if not exists below_todo (organization_id uuid primary key) on commit delete rows;
  create temporary table if not exists below_fresh (like organization_below) on commit delete rows;
  create temporary table if not exists below_change (like organization_below, sign int) on commit delete rows`;

/** Whose rows changed, and whoever stood below them at any time: a new place of theirs is a new place for all these. */
export const takeOrganizations = `
  with noted as (delete from organization_dirty returning organization_id),
  top as (select distinct organization_id from noted)
  insert into below_todo
  select organization_id from top union select b.organization_id from organization_below b join top on b.ancestor_id = top.organization_id`;

/** Whose rows changed, without taking the notes. */
export const noteOrganizations = `insert into below_todo select distinct organization_id from organization_dirty`;

const version = `
  (select v.organization_id, v.parent_id, s.f, s.t from organization_version v, lateral ${heldDays('v', '$1')} s where s.f < s.t)`;

/** Every way up, day by day. $1 zone. */
export const findWays = `
  with recursive way as (
    select v.organization_id, v.organization_id as ancestor_id, v.f, v.t, v.parent_id
    from below_todo t join ${version} v on v.organization_id = t.organization_id
    union all
    select w.organization_id, v.organization_id, greatest(w.f, v.f), least(w.t, v.t), v.parent_id
    from way w join ${version} v on v.organization_id = w.parent_id and v.f < w.t and v.t > w.f),
  merged as (select organization_id, ancestor_id, range_agg(daterange(f, t)) as days from way group by 1, 2)
  insert into below_fresh (organization_id, ancestor_id, from_day, to_day)
  select organization_id, ancestor_id, lower(day), upper(day) from merged, unnest(days) as day`;

/** Only ways to ancestors of the half $1, 0 or 1. */
export const keepHalf = 'delete from below_fresh where uuid_hash(ancestor_id) & 1 <> $1';

const same = (one: string, other: string) =>
  `(${one}.organization_id, ${one}.ancestor_id, ${one}.from_day, ${one}.to_day) = (${other}.organization_id, ${other}.ancestor_id, ${other}.from_day, ${other}.to_day)`;
const written = 'organization_id, ancestor_id, from_day, to_day';

export const takeWaysAway = `
  with gone as (
    delete from organization_below b using below_todo t
    where b.organization_id = t.organization_id and not exists (select from below_fresh f where ${same('f', 'b')})
    returning b.*)
  insert into below_change (${written}, sign) select ${written}, -1 from gone`;

/** After `takeWaysAway`: a way that is still there is the same. */
export const putWaysIn = `
  with came as (
    insert into organization_below (${written})
    select ${written} from below_fresh on conflict (organization_id, ancestor_id, from_day) do nothing returning *)
  insert into below_change (${written}, sign) select ${written}, 1 from came`;

export const clearTree = 'delete from below_todo; delete from below_fresh; delete from below_change';
