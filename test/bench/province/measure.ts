import type { ProvinceFigures, Province, Row } from './types.ts';

const round = (value: number) => Number(value.toFixed(1));

/** Times of single requests in milliseconds. */
export function figuresOf(times: readonly number[], errors = 0): ProvinceFigures & { p50Ms: number; p95Ms: number } {
  const sorted = [...times].sort((a, b) => a - b);
  const quantile = (share: number) => round(sorted[Math.ceil(share * sorted.length) - 1] ?? 0);
  return { p50Ms: quantile(0.5), p95Ms: quantile(0.95), errors };
}

export interface PageGoal {
  /** Milliseconds, at the size of the province. */
  p95Ms: number;
  /** Ten times the people, at most so many times as long; null where the page shows the whole school. */
  growth: number | null;
}

/** What is asked for again and again, each time perhaps something else: the number of the turn is given. */
export type Ask = (province: Province, turn: number) => Promise<unknown>;

const WARM_UP = 5;
const TURNS = 40;

/** Asks both provinces by turns, so that what else the machine does meets both. */
export async function measurePage(
  name: string,
  provinces: { big: Province; small: Province },
  ask: Ask,
  goal: PageGoal,
  turns = TURNS,
): Promise<Row> {
  const times: Record<'big' | 'small', number[]> = { big: [], small: [] };
  const errors = { big: 0, small: 0 };
  for (let turn = -WARM_UP; turn < turns; turn += 1) {
    for (const size of ['small', 'big'] as const) {
      const began = performance.now();
      await ask(provinces[size], turn + WARM_UP).catch((error: unknown) => {
        if (errors[size] === 0) console.error(`  ${name}: ${String(error)}`);
        errors[size] += 1;
      });
      if (turn >= 0) times[size].push(performance.now() - began);
    }
  }
  const ours = figuresOf(times.big, errors.big);
  const reference = figuresOf(times.small, errors.small);
  // Below a few milliseconds the ratio is that of the scheduler's whims.
  const ratio = Number((Math.max(ours.p50Ms, 5) / Math.max(reference.p50Ms, 5)).toFixed(2));
  const grows = goal.growth !== null;
  const texts = [`p95 < ${goal.p95Ms} ms`, grows ? `growth ≤ ${goal.growth}` : null, '0 errors'];
  const ok = ours.p95Ms < goal.p95Ms && (!grows || ratio <= (goal.growth ?? 0)) && errors.big + errors.small === 0;
  return { name, ours, reference, ratio, goal: texts.filter(Boolean).join(', '), ok };
}
