import type { AudienceRules } from '@dangxiao/domain';
import type { Sql } from '../../database/sql.ts';
import type { Scope } from '../../http/scope.ts';
import { ApiError, fieldError } from '../../http/api-error.ts';
import { idsIn } from './reasons.ts';

export interface Item {
  kind: 'course' | 'exam' | 'programme';
  id: string;
}

/**
 * Everything that rules name lies in the actor's subtrees. What `before` named already may stay: people move.
 * @throws ApiError organization_not_found, person_not_found, audience_not_found
 */
export async function checkRules(
  db: Sql,
  scope: Scope<'assignments.write'>,
  rules: AudienceRules,
  before?: AudienceRules,
): Promise<void> {
  const ids = idsIn(rules);
  const known = new Set(before ? Object.values(idsIn(before)).flat() : []);
  const fresh = (list: string[]) => [...new Set(list)].filter((id) => !known.has(id));
  const check = async (
    list: string[],
    from: string,
    code: 'organization_not_found' | 'person_not_found' | 'audience_not_found',
  ) => {
    const wanted = fresh(list);
    if (wanted.length === 0) return;
    const params: unknown[] = [wanted];
    const inside = scope.sql('o.path', params);
    const row = await db.one<{ n: number }>(
      `select count(*)::int as n from ${from} where x.id = any($1::uuid[]) and ${inside}`,
      params,
    );
    if (row?.n !== wanted.length) throw new ApiError(code);
  };
  const owned = (table: string) => `${table} x join organization o on o.id = x.organization_id`;
  await check(ids.organizations, 'organization x join organization o on o.id = x.id', 'organization_not_found');
  await check(ids.people, 'person x join organization o on o.id = x.current_organization_id', 'person_not_found');
  await check(ids.lists, owned('audience_list'), 'audience_not_found');
  await check(ids.saved, `${owned('saved_audience')} and x.archived_at is null`, 'audience_not_found');
}

/** SQL of the courses `c` (owner `o`) that the actor may assign: their own, and those that their organizations see. Appends to `params`. */
export function assignableCourse(scope: Scope<'assignments.write'>, params: unknown[]): string {
  const paths = params.push(scope.paths);
  return `c.published_version_id is not null and c.archived_at is null
    and (c.visibility = 'school' or o.path <@ any($${paths}::ltree[]) or o.path @> any($${paths}::ltree[]))`;
}

/** @throws ApiError assignment_content_not_found for what the actor may not assign */
export async function checkItems(db: Sql, scope: Scope<'assignments.write'>, items: readonly Item[]): Promise<void> {
  const of = (kind: Item['kind']) => [...new Set(items.filter((item) => item.kind === kind).map((item) => item.id))];
  const params: unknown[] = [of('course'), of('exam'), of('programme')];
  const course = assignableCourse(scope, params);
  const inside = scope.sql('o.path', params);
  const row = await db.one<{ n: number }>(
    `select (select count(*) from course c join organization o on o.id = c.organization_id where c.id = any($1::uuid[]) and ${course})
       + (select count(*) from unit_exam e join unit u on u.id = e.unit_id join course c on c.id = u.course_id
          join organization o on o.id = c.organization_id
          where e.id = any($2::uuid[]) and ${course}
            and exists (select from exam_version v where v.exam_id = e.id and v.course_version_id = c.published_version_id))
       + (select count(*) from programme p join organization o on o.id = p.organization_id
          where p.id = any($3::uuid[]) and p.archived_at is null and ${inside}) as n`,
    params,
  );
  if (
    row?.n !== of('course').length + of('exam').length + of('programme').length ||
    new Set(items.map(({ id }) => id)).size !== items.length
  )
    throw new ApiError('assignment_content_not_found');
}

/** The window opens before the deadline, and the grace ends after it. */
export function checkWindow(window: { opensAt: string; dueAt: string | null; graceUntil: string | null }): void {
  const at = (instant: string) => Date.parse(instant);
  const { opensAt, dueAt, graceUntil } = window;
  if (dueAt && at(dueAt) <= at(opensAt)) throw fieldError('dueAt', 'invalid_value');
  if (graceUntil && (!dueAt || at(graceUntil) <= at(dueAt))) throw fieldError('graceUntil', 'invalid_value');
}
