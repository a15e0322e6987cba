import { ROLE_NAMES, ROLES } from '@dangxiao/domain';
import type { Sql } from '../../database/sql.ts';

/** Who answers for people that are late with a training, with how many they are and the first of their names. */
export interface OverdueOf {
  personId: string | null;
  accountId: string | null;
  assignmentId: string;
  organizationId: string;
  organizationName: string;
  organizations: number;
  count: number;
  names: string[];
}

const NAMES = 5;

/** Organizations with late people of each training: how many, and the first names by pinyin. */
const late = `
  late as (
    select t.assignment_id, t.organization_id, count(*)::int as count,
      (array_agg(p.name order by p.name collate "zh-Hans-CN-x-icu", p.id))[1:${NAMES}] as names
    from assignment_target t join person p on p.id = t.person_id
    where t.assignment_id = any($1::uuid[]) and t.released_at is null and t.finished_at is null group by 1, 2),
  places as (select distinct organization_id from late)`;

/** Those who administer at the nearest organization from `start` up where anybody does. */
const administrators = (start: string) => `
  administrators as (
    select distinct on (s.organization_id, coalesce(g.person_id, a.person_id, g.account_id)) s.organization_id,
      coalesce(g.person_id, a.person_id) as person_id, case when coalesce(g.person_id, a.person_id) is null then g.account_id end as account_id
    from (
      select l.organization_id, (
        select up.id from organization up where ${start} <@ up.path
          and exists (select from role_grant g where g.organization_id = up.id and g.revoked_at is null and g.role = any($2::text[]))
        order by nlevel(up.path) desc limit 1) as at
      from places l join organization o on o.id = l.organization_id) s
    join role_grant g on g.organization_id = s.at and g.revoked_at is null and g.role = any($2::text[])
    left join account a on a.id = g.account_id)`;

const secretaries = `
  secretaries as (
    select distinct l.organization_id, t.person_id from places l
    join leader_term t on t.organization_id = l.organization_id and t.position = 'secretary' and t.superseded_at is null
      and t.valid_from <= $3::date and (t.valid_to is null or t.valid_to > $3::date)
    join person p on p.id = t.person_id and p.deactivated_at is null)`;

/** One row a recipient and training: everything that they answer for together, named by the organization, or by the one above all of them. */
const grouped = `
  select e.person_id as "personId", e.account_id as "accountId", e.assignment_id as "assignmentId", e.count, e.organizations, top.id as "organizationId", top.name as "organizationName",
    (select (array_agg(n.name order by n.name collate "zh-Hans-CN-x-icu"))[1:${NAMES}]
     from late l cross join lateral unnest(l.names) as n (name)
     where l.assignment_id = e.assignment_id and l.organization_id = any(e.ids)) as names
  from (
    select told.person_id, told.account_id, l.assignment_id, sum(l.count)::int as count, count(*)::int as organizations,
      lca(array_agg(o.path || 'x')) as path, array_agg(o.id) as ids
    from told join late l on l.organization_id = told.organization_id join organization o on o.id = told.organization_id
    group by 1, 2, 3) e
  join organization top on top.path = e.path`;

/**
 * Late people of trainings by those who answer for them. `secretary`: the secretary of their organization, without one its administrators.
 * `superior`: the administrators above it.
 * @param today the school's day, which decides who is secretary
 */
export function overdueByRecipient(
  sql: Sql,
  assignmentIds: readonly string[],
  kind: 'secretary' | 'superior',
  today: string,
): Promise<OverdueOf[]> {
  const roles = ROLE_NAMES.filter((role) => ROLES[role].includes('assignments.write'));
  const told =
    kind === 'secretary'
      ? `${administrators('o.path')}, ${secretaries}, told as (
           select organization_id, person_id, null::uuid as account_id from secretaries
           union select a.organization_id, a.person_id, a.account_id from administrators a
           where not exists (select from secretaries s where s.organization_id = a.organization_id))`
      : `${administrators('subpath(o.path, 0, greatest(nlevel(o.path) - 1, 1))')}, told as (select * from administrators where $3::date is not null)`;
  return sql.query(`with ${late}, ${told} ${grouped}`, [assignmentIds, roles, today]);
}
