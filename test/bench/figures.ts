import type { Figures, Measured } from './types.ts';

const round = (value: number, digits: number) => Number(value.toFixed(digits));

/** What several rounds of one side come to; times over the requests of all rounds together. */
export function figuresOf(measured: readonly Measured[]): Figures {
  const all = Float64Array.from(measured.flatMap(({ latencies }) => [...latencies])).sort();
  const quantile = (share: number) => round(all[Math.ceil(share * all.length) - 1] ?? 0, 1);
  const seconds = measured.reduce((sum, each) => sum + each.seconds, 0);
  const errors = measured.reduce((sum, each) => sum + each.errors, 0);
  return { perSecond: round(all.length / seconds, 0), p50Ms: quantile(0.5), p99Ms: quantile(0.99), errors };
}
