/**
 * SQL of what an assignment asks for, a derived table with `assignment_id`, `ordinal`, `step`, `course_id`, `exam_id` (only where an exam alone
 * is asked for), `programme_version_id` and `needs_previous`: a programme is unfolded into its courses.
 */
export const assignmentParts = `(
  select i.assignment_id, i.ordinal, 1 as step, i.course_id, null::uuid as exam_id, null::uuid as programme_version_id, false as needs_previous
  from assignment_item i where i.kind = 'course'
  union all
  select i.assignment_id, i.ordinal, 1, u.course_id, i.exam_id, null, false
  from assignment_item i join unit_exam e on e.id = i.exam_id join unit u on u.id = e.unit_id where i.kind = 'exam'
  union all
  select i.assignment_id, i.ordinal, s.ordinal, s.course_id, null, i.programme_version_id, s.needs_previous and s.ordinal > 1
  from assignment_item i join programme_item s on s.programme_version_id = i.programme_version_id where i.kind = 'programme')`;

/**
 * SQL of the instant at which a person completed a course, null when not: the same condition as `completedCourse`, dated by the last of the
 * lessons and exams that it took, in the earliest version that was satisfied.
 */
const courseCompletedAt = (person: string, course: string) => `(
  select min(coalesce(greatest(lessons.at, exams.at), edition.published_at))
  from course_version edition
  left join course_version following on following.course_id = edition.course_id and following.number = edition.number + 1
  cross join lateral (
    select max(p.completed_at) as at, count(*) filter (where p.completed_at is null) as missing
    from lesson_version l
    left join lesson_progress p on p.person_id = ${person} and p.lesson_id = l.lesson_id
      and p.completed_at < coalesce(following.published_at, 'infinity')
    where l.course_version_id = edition.id
      and (l.required or not exists (select from lesson_version r where r.course_version_id = edition.id and r.required))) lessons
  cross join lateral (
    select max(s.at) as at, count(*) filter (where s.at is null) as missing
    from exam_version e
    left join lateral (
      select min(s.finished_at) as at from attempt s where s.person_id = ${person} and s.exam_id = e.exam_id and s.passed
        and s.finished_at < coalesce(following.published_at, 'infinity')) s on true
    where e.course_version_id = edition.id) exams
  where edition.course_id = ${course} and lessons.missing = 0 and exams.missing = 0)`;

/** SQL of the instant at which a person had done a part `p` of `assignmentParts`, null when not. */
export const partDoneAt = (person: string, part: string) => `case when ${part}.exam_id is null
  then ${courseCompletedAt(person, `${part}.course_id`)}
  else (select min(s.finished_at) from attempt s where s.person_id = ${person} and s.exam_id = ${part}.exam_id and s.passed) end`;
