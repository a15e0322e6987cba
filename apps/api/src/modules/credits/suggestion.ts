import {
  addHours,
  compareHours,
  hoursForExam,
  hoursForLesson,
  toHundredths,
  type ConversionPolicy,
  type Hours,
} from '@dangxiao/domain';
import { visibleCourses } from '../../database/fragments/visible-courses.ts';
import type { Sql } from '../../database/sql.ts';

interface Candidate {
  courseId: string;
  courseTitle: string;
  durations: number[];
  exams: number;
}

/** The most courses that are looked through for one suggestion: the latest published. */
const LOOKED_AT = 200;

/** What each visible course still pays this person: lessons not completed, exams not passed. */
const candidates = `
  select v.id as "courseId", cv.title as "courseTitle",
    array(select lv.duration_ms from lesson_version lv where lv.course_version_id = v.version_id and not exists (
      select from lesson_progress p where p.person_id = $1 and p.lesson_id = lv.lesson_id and p.completed_at is not null)) as durations,
    (select count(*)::int from exam_version ev where ev.course_version_id = v.version_id and not exists (
      select from attempt s where s.person_id = $1 and s.exam_id = ev.exam_id and s.passed)) as exams
  from ${visibleCourses('$1')} v join course_version cv on cv.id = v.version_id
  order by v.published_at desc, v.id limit ${LOOKED_AT}`;

/** The shortest way to close a gap: the course that pays least beyond it, or when none closes it, the one that pays most. */
export async function suggestCourse(
  sql: Sql,
  personId: string,
  policy: Pick<ConversionPolicy, 'lectureTiers' | 'examHours'>,
  gap: Hours,
): Promise<{ courseId: string; courseTitle: string; hours: Hours } | null> {
  const rows = await sql.query<Candidate>(candidates, [personId]);
  const paying = rows
    .map(({ courseId, courseTitle, durations, exams }) => {
      const lessons = durations.map((durationMs) => hoursForLesson(policy, durationMs));
      const hours = addHours(...lessons, ...Array.from({ length: exams }, () => hoursForExam(policy)));
      return { courseId, courseTitle, hours };
    })
    .filter(({ hours }) => toHundredths(hours) > 0)
    .sort((a, b) => compareHours(a.hours, b.hours));
  return paying.find(({ hours }) => compareHours(hours, gap) >= 0) ?? paying.at(-1) ?? null;
}
