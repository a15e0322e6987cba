import type { BenchName, Figures } from './types.ts';

export interface Goal {
  /** Ours by the reference, at least. */
  ratio?: number;
  /** Milliseconds, less than. */
  p99Ms?: number;
}

/**
 * What each bench shall reach. Heartbeats and answers are written in batches, acknowledged after the commit; reads carry sessions, rules and
 * checked answers. A sign-in is a password hash on at most half of the cores, so that of 64 at once most wait: no time is promised for it.
 */
export const goals: Record<BenchName | 'sign-in-rush', Goal> = {
  heartbeats: { ratio: 2, p99Ms: 100 },
  answers: { ratio: 2, p99Ms: 100 },
  'my-courses': { ratio: 0.8, p99Ms: 100 },
  content: { ratio: 0.8, p99Ms: 100 },
  'sign-in': {},
  'sign-in-rush': { p99Ms: 200 },
};

export type Name = keyof typeof goals;
export const names = Object.keys(goals) as Name[];

export function goalText({ ratio, p99Ms }: Goal): string {
  return [ratio && `ratio ≥ ${ratio}`, p99Ms && `p99 < ${p99Ms} ms`, '0 errors'].filter(Boolean).join(', ');
}

export function meets({ ratio: least, p99Ms }: Goal, ours: Figures, ratio: number | null): boolean {
  if (ours.errors > 0) return false;
  if (least !== undefined && (ratio ?? 0) < least) return false;
  return p99Ms === undefined || ours.p99Ms < p99Ms;
}
