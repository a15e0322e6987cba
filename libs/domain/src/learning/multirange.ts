import { normalise } from './intervals.ts';
import type { Interval } from './intervals.ts';

const MULTIRANGE = /^\{(?:\[-?\d+,-?\d+\)(?:,\[-?\d+,-?\d+\))*)?\}$/;
const RANGE = /\[(-?\d+),(-?\d+)\)/g;

/** Reads the text of an int4multirange, "{[0,100),[200,300)}", as PostgreSQL prints it. Throws SyntaxError for any other text. */
export function parseMultirange(text: string): Interval[] {
  if (!MULTIRANGE.test(text))
    throw new SyntaxError(`Not a multirange of half-open integer ranges: ${text.slice(0, 80)}`);
  return normalise([...text.matchAll(RANGE)].map((match): Interval => [Number(match[1]), Number(match[2])]));
}

/** Writes intervals as the text of an int4multirange, normalised. */
export function formatMultirange(intervals: readonly Interval[]): string {
  return `{${normalise(intervals)
    .map(([from, to]) => `[${from},${to})`)
    .join(',')}}`;
}
