import type { Counter, Hours } from './hours.ts';
import type { Requirement } from './requirements.ts';

/** What a lecture of some length is worth. It must be longer than `aboveMinutes` and not shorter than `atLeastMinutes`, where given. */
export type LectureTier = {
  readonly aboveMinutes: number | null;
  readonly atLeastMinutes: number | null;
  readonly hours: Hours;
};

/** One version of a school's rules: a row valid from a date. A changed rule affects later records only; a record keeps its version. */
export type ConversionPolicy = {
  /** The first tier that a lecture reaches decides: list them from long to short. */
  readonly lectureTiers: readonly LectureTier[];
  /** Hours for a passed exam. */
  readonly examHours: Hours;
  /** Share of a lesson, in percent, that must be covered to complete it. */
  readonly completionPercent: number;
  /** Fastest credited playback rate in percent: 150 is 1.5 ×. */
  readonly maxRate: number;
  /** The counter that lessons and their exams feed. */
  readonly lectureCounter: Counter;
  readonly requirements: readonly Requirement[];
};

const MS_PER_MINUTE = 60_000;

/** Hours that a completed lesson of this length is worth; "0.00" when it reaches no tier. Compares whole ms, never rounded minutes. */
export function hoursForLesson(policy: Pick<ConversionPolicy, 'lectureTiers'>, durationMs: number): Hours {
  return lectureTierFor(policy, durationMs)?.hours ?? '0.00';
}

/** The tier behind hoursForLesson, to word why a lesson gave these hours; null when it reaches none. */
export function lectureTierFor(policy: Pick<ConversionPolicy, 'lectureTiers'>, durationMs: number): LectureTier | null {
  const reached = policy.lectureTiers.find(
    ({ aboveMinutes, atLeastMinutes }) =>
      (aboveMinutes === null || durationMs > aboveMinutes * MS_PER_MINUTE) &&
      (atLeastMinutes === null || durationMs >= atLeastMinutes * MS_PER_MINUTE),
  );
  return reached ?? null;
}

/** Hours that a passed exam is worth. */
export function hoursForExam(policy: Pick<ConversionPolicy, 'examHours'>): Hours {
  return policy.examHours;
}
