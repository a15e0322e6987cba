import { completedCourse } from './completed-course.ts';

/** How far a person is in one version of a course. A lesson counts by its share, an exam when it is passed. */
export interface Progress {
  durations: number[];
  required: number;
  requiredShare: number;
  everyShare: number;
  begun: boolean;
  exams: number;
  passed: number;
  completed: boolean;
}

/** SQL joins that give `progressColumns`; needs `v` (a visible course). */
export const progressJoins = (person: string) => `
  join lateral (
    select array_agg(l.duration_ms) as durations, count(*) filter (where l.required)::int as required,
      coalesce(sum(s.share) filter (where l.required), 0)::float as "requiredShare",
      coalesce(sum(s.share), 0)::float as "everyShare", coalesce(bool_or(p.lesson_id is not null), false) as begun
    from lesson_version l
    left join lesson_progress p on p.person_id = ${person} and p.lesson_id = l.lesson_id
    cross join lateral (select case when p.completed_at is not null then 1 else
      least(1, coalesce(multirange_length(p.coverage)::float / nullif(l.duration_ms, 0), 0)) end as share) s
    where l.course_version_id = v.version_id) l on true
  join lateral (
    select count(*)::int as exams, count(*) filter (where exists (select from attempt s
      where s.person_id = ${person} and s.exam_id = e.exam_id and s.passed))::int as passed
    from exam_version e where e.course_version_id = v.version_id) e on true`;

export const progressColumns = (person: string) => `coalesce(l.durations, '{}') as durations, l.required,
  l."requiredShare", l."everyShare", l.begun, e.exams, e.passed, ${completedCourse(person, 'v.id')} as completed`;

/** Whole percent of what the course requires; 100 only when it is completed. Where nothing is required, everything counts. */
export function percentOf(progress: Progress): number {
  if (progress.completed) return 100;
  const lessons = progress.required || progress.durations.length;
  const share = progress.required ? progress.requiredShare : progress.everyShare;
  const all = lessons + progress.exams;
  return all === 0 ? 0 : Math.min(99, Math.floor((100 * (share + progress.passed)) / all));
}
