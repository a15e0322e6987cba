import type { BatcherLimits } from './batcher.ts';

/**
 * For reads that people make all at once. Starting a large statement costs more than one more person in it, so what arrives while one runs is
 * read by the next; short patience, because another core may be free.
 */
export const readsTogether: Partial<BatcherLimits> = { batch: 32, patienceMs: 10 };

/** A row with the place of who asked in the batch. */
export interface Placed {
  place: number;
}

/**
 * SQL of a statement for all that is asked at once.
 * @param columns what is asked: a column of `asked` by the SQL of its array; the arrays are hidden from the planner, so that it plans once for any length
 * @param one the statement for one row of `asked`
 */
export function forMany(columns: Record<string, string>, one: string): string {
  const arrays = Object.values(columns).map((array) => `(select ${array})`);
  return `select asked.place::int, answer.* from unnest(${arrays.join(', ')}) with ordinality asked(${Object.keys(columns).join(', ')}, place)
    cross join lateral (${one}) answer order by asked.place`;
}

/** The rows of each who asked, in their order. */
export function byPlace<Row extends Placed>(rows: readonly Row[], many: number): Row[][] {
  const answers: Row[][] = Array.from({ length: many }, () => []);
  for (const row of rows) answers[row.place - 1]?.push(row);
  return answers;
}
