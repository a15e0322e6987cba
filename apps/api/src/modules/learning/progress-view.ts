import { lengthMs, parseMultirange, type Interval } from '@dangxiao/domain';

interface Stored {
  /** Text of an int4multirange. */
  coverage: string;
  frontierMs: number;
  completedAt: Date | null;
}

/** Progress in a lesson as the contract shows it. */
export function progressView({ coverage, frontierMs, completedAt }: Stored) {
  return viewOf(parseMultirange(coverage), frontierMs, completedAt);
}

export function viewOf(coverage: readonly Interval[], frontierMs: number, completedAt: Date | null) {
  return {
    coverage: coverage.map(([from, to]): [number, number] => [from, to]),
    frontierMs,
    countedMs: lengthMs(coverage),
    completedAt: completedAt?.toISOString() ?? null,
  };
}
