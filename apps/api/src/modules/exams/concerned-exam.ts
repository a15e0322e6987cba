import type { Sql } from '../../database/sql.ts';
import { ApiError } from '../../http/api-error.ts';
import type { Scope } from '../../http/scope.ts';

/** `s` an attempt, `p` who sat it, `o` that person's organization today. */
export const attemptTables = `attempt s join person p on p.id = s.person_id join organization o on o.id = p.current_organization_id`;

/**
 * An exam whose course belongs to the actor's subtrees, or that people of these may have sat.
 * @throws ApiError exam_not_found
 */
export async function concernedExam(db: Sql, scope: Scope<'records.read'>, examId: string): Promise<{ title: string }> {
  const exam = await db.one<{ title: string }>(
    `select e.title from unit_exam e join unit u on u.id = e.unit_id join course c on c.id = u.course_id
     join organization o on o.id = c.organization_id
     where e.id = $1 and exists (select from exam_version v where v.exam_id = e.id)
       and (c.visibility = 'school' or o.path <@ any($2::ltree[]) or o.path @> any($2::ltree[]))`,
    [examId, scope.paths],
  );
  if (!exam) throw new ApiError('exam_not_found');
  return exam;
}
