import type { catalog, ResponseOf } from '@dangxiao/contracts';
import { addHours, hoursForExam, hoursForLesson, type ConversionPolicy, type Hours } from '@dangxiao/domain';
import type { Progress } from '../../database/fragments/course-progress.ts';
import type { ExamFacts, LessonFacts, UnitFacts } from './outline.sql.ts';

type Content = ResponseOf<typeof catalog.getCourseContent>;
type Unit = Content['units'][number];
export type NextStep = NonNullable<Content['next']>;

/** Titles of the required lessons of a unit that are not completed: what its exam waits for. */
const missingLessons = (lessons: readonly LessonFacts[]): string[] =>
  lessons.filter((lesson) => lesson.required && !lesson.completed).map((lesson) => lesson.title);

/** Where a person stands with an exam. `failed`: no try is left. A passed or running one is not locked again by a lesson added later. */
export function examState(exam: ExamFacts, missing: readonly string[]): NonNullable<Unit['exam']>['state'] {
  if (exam.passed) return 'passed';
  if (exam.attempt) return 'in_progress';
  if (exam.finished >= exam.tries) return 'failed';
  return missing.length > 0 ? 'locked' : 'open';
}

export const lessonState = (
  lesson: Pick<LessonFacts, 'completed' | 'begun'>,
): 'completed' | 'in_progress' | 'not_started' =>
  lesson.completed ? 'completed' : lesson.begun ? 'in_progress' : 'not_started';

/** The outline as learners see it, with hours by the policy. */
export function outlineView(units: readonly UnitFacts[], policy: ConversionPolicy): Unit[] {
  return units.map((unit) => {
    const missing = missingLessons(unit.lessons);
    const lessons = unit.lessons.map((lesson) => ({
      ...lesson,
      hours: hoursForLesson(policy, lesson.durationMs),
      state: lessonState(lesson),
    }));
    const state = unit.exam && examState(unit.exam, missing);
    const exam = unit.exam &&
      state && {
        ...unit.exam,
        hours: hoursForExam(policy),
        state,
        missingLessons: state === 'locked' ? missing : [],
      };
    return { id: unit.id, title: unit.title, lessons, exam };
  });
}

/** How far a person is, from an outline: what `progressColumns` say in SQL. */
export function progressOf(units: readonly UnitFacts[], completed: boolean): Progress {
  const lessons = units.flatMap((unit) => unit.lessons);
  const required = lessons.filter((lesson) => lesson.required);
  const exams = units.flatMap(({ exam }) => exam ?? []);
  return {
    durations: lessons.map(({ durationMs }) => durationMs),
    required: required.length,
    requiredShare: shareOf(required),
    everyShare: shareOf(lessons),
    begun: lessons.some(({ begun }) => begun),
    exams: exams.length,
    passed: exams.filter(({ passed }) => passed).length,
    completed,
  };
}

const shareOf = (lessons: readonly LessonFacts[]) =>
  lessons.reduce((sum, { completed, countedMs, durationMs }) => {
    if (completed) return sum + 1;
    return durationMs > 0 ? sum + Math.min(1, countedMs / durationMs) : sum;
  }, 0);

/** Hours of a whole course: each lesson by its length, each exam once. */
export function courseHours(policy: ConversionPolicy, durations: readonly number[], exams: number): Hours {
  const lessons = durations.map((durationMs) => hoursForLesson(policy, durationMs));
  return addHours(...lessons, ...Array.from({ length: exams }, () => hoursForExam(policy)));
}

/**
 * What to do next in a course: a running exam before everything, because its time runs; then the first required lesson that is missing or
 * the first exam that is open, in the course's order; then an optional lesson already begun; with everything done, its first lesson again.
 */
export function nextStepOf(course: { id: string; title: string }, units: readonly UnitFacts[]): NextStep | null {
  const step = (kind: NextStep['kind'], target: { id: string; title: string; positionMs?: number }): NextStep => ({
    kind,
    courseId: course.id,
    courseTitle: course.title,
    targetId: target.id,
    title: target.title,
    positionMs: target.positionMs ?? 0,
  });
  const study = (lesson: LessonFacts) => step(lesson.begun ? 'continue_lesson' : 'start_lesson', lesson);
  const running = units.find((unit) => unit.exam?.attempt)?.exam;
  if (running) return step('continue_exam', running);
  for (const { lessons, exam } of units) {
    const lesson = lessons.find((each) => each.required && !each.completed);
    if (lesson) return study(lesson);
    if (exam && examState(exam, []) === 'open') return step('start_exam', exam);
  }
  const every = units.flatMap((unit) => unit.lessons);
  const optional = every.find((lesson) => lesson.begun && !lesson.completed);
  if (optional) return study(optional);
  return every[0] ? step('review', { id: every[0].id, title: every[0].title }) : null;
}
