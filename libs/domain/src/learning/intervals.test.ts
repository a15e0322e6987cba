import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { intersect, lengthMs, normalise, subtract, takePrefixMs, union } from './intervals.ts';
import type { Interval } from './intervals.ts';
import { formatMultirange, parseMultirange } from './multirange.ts';

const LIMIT = 40;
const instant = fc.integer({ min: 0, max: LIMIT });
const intervals = fc.array(fc.tuple(instant, instant), { maxLength: 8 });

/** The obvious model: the set of whole milliseconds. */
function points(set: readonly Interval[]): Set<number> {
  const found = new Set<number>();
  for (const [from, to] of set) for (let ms = from; ms < to; ms += 1) found.add(ms);
  return found;
}

describe('intervals', () => {
  it('merges overlapping and touching ones, drops empty and reversed ones', () => {
    expect(
      normalise([
        [20, 30],
        [0, 10],
        [10, 15],
        [25, 40],
        [50, 50],
        [60, 55],
      ]),
    ).toEqual([
      [0, 15],
      [20, 40],
    ]);
  });

  it('agrees with sets of milliseconds, in normal form', () => {
    fc.assert(
      fc.property(intervals, intervals, (a, b) => {
        const [inA, inB] = [points(a), points(b)];
        expect(points(union(a, b))).toEqual(new Set([...inA, ...inB]));
        expect(points(intersect(a, b))).toEqual(new Set([...inA].filter((ms) => inB.has(ms))));
        expect(points(subtract(a, b))).toEqual(new Set([...inA].filter((ms) => !inB.has(ms))));
        for (const result of [union(a, b), intersect(a, b), subtract(a, b)]) {
          expect(result).toEqual(normalise(result));
          expect(lengthMs(result)).toBe(points(result).size);
        }
      }),
    );
  });

  it('takes a prefix in playing order, repeats included', () => {
    const played: Interval[] = [
      [10, 20],
      [5, 15],
      [0, 3],
    ];
    expect(takePrefixMs(played, 14)).toEqual({
      taken: [
        [10, 20],
        [5, 9],
      ],
      rest: [
        [9, 15],
        [0, 3],
      ],
    });
    expect(takePrefixMs(played, -5)).toEqual({ taken: [], rest: played });
  });

  it('splits without loss: taken is as long as it may be, and taken + rest is everything', () => {
    fc.assert(
      fc.property(intervals, fc.integer({ min: -5, max: 200 }), (played, ms) => {
        const { taken, rest } = takePrefixMs(played, ms);
        expect(lengthMs(taken)).toBe(Math.min(Math.max(0, ms), lengthMs(played)));
        expect(lengthMs(taken) + lengthMs(rest)).toBe(lengthMs(played));
        expect(union(taken, rest)).toEqual(normalise(played));
      }),
    );
  });

  it('changes none of its arguments', () => {
    const given = Object.freeze([Object.freeze([5, 9] as const), Object.freeze([0, 7] as const)]);
    expect(union(given, given)).toEqual([[0, 9]]);
    expect(given).toEqual([
      [5, 9],
      [0, 7],
    ]);
  });
});

describe('multiranges', () => {
  it('reads and writes what PostgreSQL prints', () => {
    expect(parseMultirange('{}')).toEqual([]);
    expect(parseMultirange('{[0,100),[200,300)}')).toEqual([
      [0, 100],
      [200, 300],
    ]);
    expect(formatMultirange([])).toBe('{}');
    fc.assert(fc.property(intervals, (set) => expect(parseMultirange(formatMultirange(set))).toEqual(normalise(set))));
  });

  it.each(['', '{', '{[0,1]}', '{(0,1)}', '{[0,)}', '{[a,b)}', '{[0,1),}', '[0,1)', '{[0,1)} x'])(
    'refuses %j',
    (text) => expect(() => parseMultirange(text)).toThrow(SyntaxError),
  );
});
