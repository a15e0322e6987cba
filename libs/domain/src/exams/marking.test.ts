import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { markAnswer, markAttempt } from './marking.ts';
import type { QuestionKind } from './marking.ts';

describe('marking an answer', () => {
  it.each<[QuestionKind, string[], string[] | null, boolean]>([
    ['single', ['A'], ['A'], true],
    ['single', ['A'], ['B'], false],
    ['single', ['A'], ['A', 'B'], false],
    ['single', ['A'], [], false],
    ['single', ['A', 'B'], ['A', 'B'], false],
    ['single', ['A'], null, false],
    ['true_false', ['B'], ['B'], true],
    ['true_false', ['B'], ['A'], false],
    ['multiple', ['A', 'C'], ['C', 'A'], true],
    ['multiple', ['A', 'C'], ['A'], false],
    ['multiple', ['A', 'C'], ['A', 'C', 'D'], false],
    ['multiple', ['A', 'C'], ['A', 'A', 'C'], true],
    ['multiple', ['A', 'C'], null, false],
    ['multiple', [], [], false],
  ])('%s with %j right, %j chosen: %s', (kind, correct, answer, right) =>
    expect(markAnswer({ kind, correct }, answer)).toBe(right),
  );
});

describe('marking an attempt', () => {
  const slots = (count: number) =>
    Array.from({ length: count }, (_, index) => ({ slot: index + 1, kind: 'single' as const, correct: ['A'] }));
  const answers = (right: number) => new Map(Array.from({ length: right }, (_, index) => [index + 1, ['A']]));

  it.each([
    [2, 3, 67, '66.66', false],
    [3, 5, 60, '60.00', true],
    [5, 5, 100, '100.00', true],
    [0, 5, 60, '0.00', false],
    [1, 16, 6, '6.25', true],
    [0, 0, 60, '0.00', false],
  ])('%i of %i right at a pass mark of %i', (right, total, passPercent, scorePercent, passed) =>
    expect(markAttempt(slots(total), answers(right), passPercent)).toEqual({
      correct: right,
      total,
      scorePercent,
      passed,
    }),
  );

  it('ignores answers to slots that the paper does not have', () => {
    expect(markAttempt(slots(1), new Map([[7, ['A']]]), 60).correct).toBe(0);
  });

  it('is passed exactly when the printed score reaches the pass mark', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200 }), fc.nat(200), fc.integer({ min: 1, max: 100 }), (total, n, pass) => {
        const mark = markAttempt(slots(total), answers(Math.min(n, total)), pass);
        expect(mark.passed).toBe(Number(mark.scorePercent) >= pass);
      }),
    );
  });
});
