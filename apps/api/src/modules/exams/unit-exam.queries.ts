import type { exams, ResponseOf } from '@dangxiao/contracts';
import type { Sql } from '../../database/sql.ts';
import { ApiError } from '../../http/api-error.ts';
import type { Scope } from '../../http/scope.ts';

export type UnitExamView = ResponseOf<typeof exams.putUnitExam>;

/** Questions that are still in the bank, in the author's order: what publishing would freeze. */
const select = `
  select e.id, e.unit_id as "unitId", u.course_id as "courseId", e.title, e.draw, e.shuffle_questions as "shuffleQuestions",
    e.shuffle_options as "shuffleOptions", e.minutes, e.pass_percent as "passPercent", e.tries, e.reveal, e.revision,
    live.ids as "questionIds", cardinality(live.ids) as "questionCount"
  from unit_exam e
  join unit u on u.id = e.unit_id
  cross join lateral (
    select coalesce(array_agg(q.id order by asked.place), '{}') as ids
    from unnest(e.question_ids) with ordinality asked (id, place) join question q on q.id = asked.id and q.archived_at is null) live
  where e.unit_id = $1 and e.removed_at is null`;

/** The settings of a unit's exam in the draft, or null; access was checked. */
export const unitExam = (sql: Sql, unitId: string) => sql.one<UnitExamView>(select, [unitId]);

/** @throws ApiError unit_not_found, also for another organization's */
export async function assertUnitReadable(sql: Sql, scope: Scope<'courses.read'>, unitId: string): Promise<void> {
  const params: unknown[] = [unitId];
  const unit = await sql.one(
    `select 1 from unit u join course c on c.id = u.course_id join organization o on o.id = c.organization_id
     where u.id = $1 and u.removed_at is null and ${scope.sql('o.path', params)}`,
    params,
  );
  if (!unit) throw new ApiError('unit_not_found');
}

/**
 * Every question is in the bank and readable by the actor; locked against being archived until the transaction ends.
 * @throws ApiError question_not_found
 */
export async function assertQuestions(sql: Sql, scope: Scope<'questions.read'>, ids: readonly string[]): Promise<void> {
  const params: unknown[] = [ids];
  const found = await sql.query<{ id: string }>(
    `select q.id from question q join organization o on o.id = q.organization_id
     where q.id = any($1::uuid[]) and q.archived_at is null and ${scope.sql('o.path', params)}
     order by q.id for share of q`,
    params,
  );
  const missing = ids.filter((id) => !found.some((question) => question.id === id));
  if (missing.length > 0) throw new ApiError('question_not_found', { params: { questionIds: missing } });
}
