import type { Sql } from '../../database/sql.ts';
import { visibleCourses } from '../catalog/index.ts';

/** An exam of the version in force, as it stands for one person. */
export interface ExamFacts {
  id: string;
  versionId: string;
  courseId: string;
  courseTitle: string;
  unitTitle: string;
  title: string;
  draw: number;
  shuffleQuestions: boolean;
  shuffleOptions: boolean;
  minutes: number;
  passPercent: number;
  tries: number;
  /** Required lessons of the unit that the person has not completed: the exam opens when there are none. */
  missingLessons: { id: string; title: string }[];
  /** Attempts so far, the open one included. */
  used: number;
  passed: boolean;
}

const select = `
  select e.exam_id as id, e.id as "versionId", v.id as "courseId", cv.title as "courseTitle", e.title, e.draw,
    e.shuffle_questions as "shuffleQuestions", e.shuffle_options as "shuffleOptions", e.minutes, e.pass_percent as "passPercent", e.tries,
    u.title as "unitTitle", coalesce(u.missing, '[]') as "missingLessons", mine.used, mine.passed
  from ${visibleCourses('$1')} v
  join course_version cv on cv.id = v.version_id
  join exam_version e on e.course_version_id = v.version_id
  cross join lateral (
    select coalesce(max(l.unit_title), '') as title,
      jsonb_agg(jsonb_build_object('id', l.lesson_id, 'title', l.title) order by l.ordinal)
        filter (where l.required and p.completed_at is null) as missing
    from lesson_version l left join lesson_progress p on p.person_id = $1 and p.lesson_id = l.lesson_id
    where l.course_version_id = v.version_id and l.unit_id = e.unit_id) u
  cross join lateral (
    select count(*)::int as used, coalesce(bool_or(s.passed), false) as passed
    from attempt s where s.person_id = $1 and s.exam_id = e.exam_id) mine
  where e.exam_id = $2`;

/** The exam if the person may see its course; null otherwise, also when the version in force no longer has it. */
export const examFacts = (sql: Sql, personId: string, examId: string) => sql.one<ExamFacts>(select, [personId, examId]);
