import { lengthMs, parseMultirange } from '@dangxiao/domain';
import { percentOf, progressColumns, progressJoins, type Progress } from '../../database/fragments/course-progress.ts';
import type { Sql } from '../../database/sql.ts';

interface CourseRow extends Progress {
  courseId: string;
  title: string;
  lastAt: Date | null;
  lessons: {
    id: string;
    title: string;
    durationMs: number;
    coverage: string;
    completedAt: string | null;
  }[];
}

/** Courses that the person began, latest first, whether or not they are visible still; lessons with progress as they are titled today. */
const coursesSql = `
  select v.id as "courseId", cv.title, began.at as "lastAt", ${progressColumns('$1')}, coalesce((
    select jsonb_agg(jsonb_build_object('id', lv.lesson_id, 'title', lv.title, 'durationMs', lv.duration_ms,
      'coverage', coalesce(lp.coverage, '{}')::text,
      'completedAt', to_char(lp.completed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) order by lv.unit_ordinal, lv.ordinal)
    from lesson_version lv left join lesson_progress lp on lp.person_id = $1 and lp.lesson_id = lv.lesson_id
    where lv.course_version_id = v.version_id), '[]') as lessons
  from (select course_id, max(updated_at) as at from lesson_progress where person_id = $1 group by course_id) began
  join (select id, published_version_id as version_id from course where published_version_id is not null) v on v.id = began.course_id
  join course_version cv on cv.id = v.version_id
  ${progressJoins('$1')}
  order by began.at desc, v.id`;

export async function recordCourses(sql: Sql, personId: string) {
  const rows = await sql.query<CourseRow>(coursesSql, [personId]);
  return rows.map((row) => {
    const lessons = row.lessons.map((lesson) => {
      const coverage = parseMultirange(lesson.coverage).map(([from, to]): [number, number] => [from, to]);
      return { ...lesson, coverage, countedMs: lengthMs(coverage) };
    });
    return {
      courseId: row.courseId,
      title: row.title,
      completed: row.completed,
      progressPercent: percentOf(row),
      countedMs: lessons.reduce((sum, { countedMs }) => sum + countedMs, 0),
      lastAt: row.lastAt?.toISOString() ?? null,
      lessons,
    };
  });
}

interface AttemptRow {
  id: string;
  title: string;
  courseTitle: string;
  number: number;
  state: string;
  startedAt: Date;
  scorePercent: string | null;
  passed: boolean | null;
}

const attemptsSql = `
  select s.id, ev.title, cv.title as "courseTitle", s.number, s.state, s.started_at as "startedAt", s.score_percent as "scorePercent", s.passed
  from attempt s join exam_version ev on ev.id = s.exam_version_id join course_version cv on cv.id = ev.course_version_id
  where s.person_id = $1 order by s.started_at desc, s.id`;

export async function recordAttempts(sql: Sql, personId: string) {
  const rows = await sql.query<AttemptRow>(attemptsSql, [personId]);
  return rows.map((row) => ({ ...row, startedAt: row.startedAt.toISOString() }));
}
