/**
 * SQL condition: has the person completed the course? True when, while some published version was in force, every required lesson of
 * it was completed and every exam of it passed: a lesson that a later version adds takes nothing back. Derived from
 * `lesson_progress.completed_at`, passed attempts and the publication times, never stored. Where a version requires no lesson at all, all
 * of its lessons count.
 * @param person SQL of the person's id
 * @param course SQL of the course's id
 */
export const completedCourse = (person: string, course: string) => `exists (
  select from course_version edition
  left join course_version following on following.course_id = edition.course_id and following.number = edition.number + 1
  where edition.course_id = ${course}
    and not exists (
      select from lesson_version l
      left join lesson_progress p on p.person_id = ${person} and p.lesson_id = l.lesson_id
        and p.completed_at < coalesce(following.published_at, 'infinity')
      where l.course_version_id = edition.id and p.completed_at is null
        and (l.required or not exists (select from lesson_version r where r.course_version_id = edition.id and r.required)))
    and not exists (
      select from exam_version e
      where e.course_version_id = edition.id and not exists (
        select from attempt s
        where s.person_id = ${person} and s.exam_id = e.exam_id and s.passed
          and s.finished_at < coalesce(following.published_at, 'infinity'))))`;
