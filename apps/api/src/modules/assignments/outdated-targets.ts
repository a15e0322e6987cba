import type { Sql } from '../../database/sql.ts';
import { audienceSql } from './audience.sql.ts';
import type { LiveAssignment } from './decide-targets.ts';

/** Assignments that one statement looks at: more would make it dearer to plan than to run. */
const TOGETHER = 25;
const inBatch = 'batch p cross join lateral (select p.path) o';

/**
 * Whose targets are no longer what the rules say, by assignment. Most changes of people concern few assignments: many are asked in one
 * statement that reads the people once, and only what it names is live. The caller holds the people's rows locked.
 */
export async function outdatedTargets(
  tx: Sql,
  every: readonly LiveAssignment[],
  personIds: readonly string[],
): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>();
  for (let from = 0; from < every.length; from += TOGETHER) {
    const some = every.slice(from, from + TOGETHER);
    const params: unknown[] = [personIds, some.map(({ id }) => id)];
    const rows = await tx.query<{ id: string; people: string[] }>(outdatedSql(some, params), params);
    for (const { id, people } of rows) found.set(id, people);
  }
  return found;
}

function outdatedSql(some: readonly LiveAssignment[], params: unknown[]): string {
  const wanted = some.flatMap(({ id, version, audience }) => {
    if (!audience) return [];
    const which = `select $${params.push(id)}::uuid as assignment_id, $${params.push(version)}::int as version, a.*`;
    return `${which} from (${audienceSql(audience, 'true', params, inBatch)}) a`;
  });
  const now = '(w.organization_id, w.reasons, w.version)';
  const before = '(t.organization_id, t.reasons, t.version)';
  return `with batch as materialized (
      select p.id, p.name, p.current_organization_id, p.current_kind, p.current_position, p.exempt, p.deactivated_at, o.path
      from person p join organization o on o.id = p.current_organization_id where p.id = any($1::uuid[])),
    wanted as materialized (${wanted.join(' union all ')}),
    open as materialized (
      select * from assignment_target
      where person_id = any($1::uuid[]) and assignment_id = any($2::uuid[]) and released_at is null)
    select coalesce(w.assignment_id, t.assignment_id) as id, array_agg(coalesce(w.person_id, t.person_id)) as people
    from wanted w full join open t on t.assignment_id = w.assignment_id and t.person_id = w.person_id
    where ${now} is distinct from ${before} group by 1`;
}
