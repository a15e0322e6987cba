import { assignmentParts, partDoneAt } from '../../database/fragments/assigned.ts';
import type { Sql } from '../../database/sql.ts';

/**
 * SQL of when a person began and finished what an assignment asks for, one row of `started` and `finished`, null when not. `offset 0` has each
 * instant worked out once, and not once for every place that reads it.
 */
export const studyOf = (person: string, assignment: string) => `(
  select min(began.at) as started, case when bool_and(done.at is not null) then max(done.at) end as finished
  from ${assignmentParts} part
  cross join lateral (select least(
    (select min(coalesce(p.first_heartbeat_at, p.completed_at)) from lesson_progress p
      where p.person_id = ${person} and p.course_id = part.course_id),
    (select min(s.started_at) from attempt s where s.person_id = ${person} and s.course_id = part.course_id)) as at
    offset 0) began
  cross join lateral (select case when began.at is not null then ${partDoneAt(person, 'part')} end as at offset 0) done
  where part.assignment_id = ${assignment})`;

const study = (which: string) => `
  update assignment_target t set started_at = coalesce(t.started_at, s.started), finished_at = s.finished
  from (
    select t.person_id, t.assignment_id, t.id, found.started, found.finished
    from assignment_target t cross join lateral ${studyOf('t.person_id', 't.assignment_id')} found
    where t.person_id = any($1::uuid[]) and t.released_at is null and t.finished_at is null and ${which}) s
  where t.person_id = s.person_id and t.assignment_id = s.assignment_id and t.id = s.id and s.started is not null
    and (t.started_at is null or s.finished is not null)`;
const ofAssignment = study('t.assignment_id = $2');
const ofCourses = study(`t.assignment_id in (
  select asking.assignment_id from ${assignmentParts} asking where asking.course_id = any($2::uuid[]))`);

/**
 * Dates the begin and the end of open targets from the records of learning and exams; what is finished stays finished.
 * @param of one assignment, or whatever asks for any of the courses
 */
export async function recordStudy(
  tx: Sql,
  personIds: readonly string[],
  of: { assignmentId: string } | { courseIds: readonly string[] },
): Promise<void> {
  if ('assignmentId' in of) await tx.execute(ofAssignment, [personIds, of.assignmentId]);
  else await tx.execute(ofCourses, [personIds, of.courseIds]);
}
