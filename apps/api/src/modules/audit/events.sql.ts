import type { Scope } from '../../http/scope.ts';

export interface EventFilter {
  action?: string | undefined;
  q?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
}

/** `e` an event, `o` its organization, `a` the account that did it. */
export const eventTables = `audit_event e
  left join organization o on o.id = e.organization_id
  left join account a on a.id = e.actor_account_id
  left join school s on true left join organization root on root.id = s.root_organization_id`;

/**
 * The same, of some organizations alone: the latest events of each by its own index, where going back through a whole school's log would pass
 * thousands of others. Events without an organization are not among them.
 * @param paths SQL of the paths whose subtrees are meant
 * @param wanted conditions on `e` alone
 * @param limit SQL of how many are wanted
 */
export const latestOf = (paths: string, wanted: readonly string[], limit: string) => `
  (select latest.id as latest_id from organization x cross join lateral (
     select e.id, e.at from audit_event e where ${['e.organization_id = x.id', ...wanted].join(' and ')}
     order by e.at desc, e.id desc limit ${limit}) latest
   where x.path <@ any(${paths}::ltree[]) order by latest.at desc, latest.id desc limit ${limit}) found
  join ${eventTables.replace('audit_event e', 'audit_event e on e.id = found.latest_id')}`;

/** What the filter finds in the actor's subtrees; events without an organization are the school's own, seen from the root. */
export function eventConditions(scope: Scope<'audit.read'>, filter: EventFilter, params: unknown[]): string[] {
  const add = (value: unknown) => `$${params.push(value)}`;
  const where = [scope.sql(`coalesce(o.path, root.path)`, params)];
  if (filter.action) where.push(`e.action = ${add(filter.action)}`);
  if (filter.q) {
    const like = add(`%${filter.q.replace(/[\\%_]/g, '\\$&')}%`);
    where.push(`(e.actor_name ilike ${like} or e.object_name ilike ${like})`);
  }
  if (filter.from) where.push(`e.at >= ${add(filter.from)}`);
  if (filter.to) where.push(`e.at < ${add(filter.to)}`);
  return where;
}
