import type { Hours } from './hours.ts';
import type { Requirement } from './requirements.ts';

/** Counters run in parallel and are never added up: hours of a class and hours of online self-study are two things. */
export const COUNTERS = ['centralised', 'online'] as const;
export type Counter = (typeof COUNTERS)[number];

/** A lecture 'at_least' or 'more_than' so many minutes long is worth these hours. */
export type LectureTier = { readonly bound: 'at_least' | 'more_than'; readonly minutes: number; readonly hours: Hours };

/** One version of a school's rules. A row of the database, valid from a date; records keep the version that paid them. */
export type ConversionPolicy = {
  /** In any order: the tier with the highest bound that the lecture reaches decides. */
  readonly lectureTiers: readonly LectureTier[];
  readonly passedExamHours: Hours;
  /** Which counter each kind of source feeds. */
  readonly counters: { readonly lesson: Counter; readonly exam: Counter; readonly recognition: Counter };
  /** Share of a lesson, in percent, that must be covered to complete it. */
  readonly watchedPercent: number;
  /** Fastest credited playback rate in hundredths: 150 is 1.5 ×. */
  readonly maxRate: number;
  readonly requirements: readonly Requirement[];
};

const MS_PER_MINUTE = 60_000;

/** Hours that a completed lesson of this length is worth; "0.00" when it reaches no tier. Compares whole ms, never rounded minutes. */
export function hoursForLesson(policy: ConversionPolicy, durationMs: number): Hours {
  const reached = policy.lectureTiers.filter(({ bound, minutes }) =>
    bound === 'at_least' ? durationMs >= minutes * MS_PER_MINUTE : durationMs > minutes * MS_PER_MINUTE,
  );
  // At the same minutes 'more_than' is the higher bound.
  reached.sort((a, b) => b.minutes - a.minutes || Number(a.bound === 'at_least') - Number(b.bound === 'at_least'));
  return reached[0]?.hours ?? '0.00';
}

/** Hours that a passed exam is worth. */
export function hoursForExam(policy: ConversionPolicy): Hours {
  return policy.passedExamHours;
}
