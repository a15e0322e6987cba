/** A lesson as `outlineJson` gives it. */
export interface LessonFacts {
  id: string;
  kind: 'video' | 'article';
  title: string;
  required: boolean;
  durationMs: number;
  countedMs: number;
  positionMs: number;
  begun: boolean;
  completed: boolean;
}

/** An exam as `outlineJson` gives it: its facts and the person's attempts of it. */
export interface ExamFacts {
  id: string;
  title: string;
  questionCount: number;
  minutes: number;
  passPercent: number;
  tries: number;
  passed: boolean;
  /** An attempt is open and its deadline lies ahead. */
  attempt: boolean;
  finished: number;
}

export interface UnitFacts {
  id: string;
  title: string;
  lessons: LessonFacts[];
  exam: ExamFacts | null;
}

/**
 * SQL of a published version's outline with a person's progress, as JSON `UnitFacts[]`.
 * @param person @param version @param now SQL of the person's and version's id and of the present instant
 */
export const outlineJson = (person: string, version: string, now: string) => `coalesce((
  select jsonb_agg(jsonb_build_object('id', u.unit_id, 'title', u.title, 'lessons', u.lessons, 'exam', e.exam)
    order by u.ordinal)
  from (
    select l.unit_id, l.unit_title as title, l.unit_ordinal as ordinal,
      jsonb_agg(jsonb_build_object('id', l.lesson_id, 'kind', l.kind, 'title', l.title, 'required', l.required,
        'durationMs', l.duration_ms, 'countedMs', least(coalesce(multirange_length(p.coverage), 0), l.duration_ms),
        'positionMs', coalesce(p.position_ms, 0), 'begun', p.lesson_id is not null,
        'completed', p.completed_at is not null) order by l.ordinal) as lessons
    from lesson_version l
    left join lesson_progress p on p.person_id = ${person} and p.lesson_id = l.lesson_id
    where l.course_version_id = ${version}
    group by l.unit_id, l.unit_title, l.unit_ordinal) u
  left join lateral (
    select jsonb_build_object('id', e.exam_id, 'title', e.title, 'questionCount', e.draw, 'minutes', e.minutes,
      'passPercent', e.pass_percent, 'tries', e.tries, 'passed', coalesce(s.passed, false),
      'attempt', coalesce(s.attempt, false), 'finished', s.finished) as exam
    from exam_version e
    left join lateral (
      select bool_or(s.passed) as passed, bool_or(s.state = 'open' and s.deadline > ${now}) as attempt,
        count(*) filter (where s.state <> 'open' or s.deadline <= ${now})::int as finished
      from attempt s where s.person_id = ${person} and s.exam_id = e.exam_id) s on true
    where e.course_version_id = ${version} and e.unit_id = u.unit_id) e on true), '[]')`;
