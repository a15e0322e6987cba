import { describe, expect, it } from '@jest/globals';
import { throttleDelayMs, throttleState } from './throttling.ts';

const MINUTE = 60_000;
const failedAt = new Date('2026-03-01T08:00:00Z');
const after = (ms: number): Date => new Date(failedAt.getTime() + ms);

describe('throttling of sign-in', () => {
  it.each([
    [0, 0],
    [4, 0],
    [5, 5],
    [6, 10],
    [7, 20],
    [8, 40],
    [9, 60],
    [500, 60],
  ])('after %i failures the wait is %i minutes', (failures, minutes) =>
    expect(throttleDelayMs(failures)).toBe(minutes * MINUTE),
  );

  it.each([
    [0, 5],
    [1, 4],
    [4, 1],
  ])('after %i failures %i tries are left', (failures, triesLeft) =>
    expect(throttleState(failures, failures ? failedAt : null, failedAt)).toEqual({ allowed: true, triesLeft }),
  );

  it('says when the next try is possible, and then allows one', () => {
    expect(throttleState(5, failedAt, after(1))).toEqual({ allowed: false, retryAt: after(5 * MINUTE) });
    expect(throttleState(5, failedAt, after(5 * MINUTE - 1)).allowed).toBe(false);
    expect(throttleState(5, failedAt, after(5 * MINUTE))).toEqual({ allowed: true, triesLeft: 1 });
    expect(throttleState(6, failedAt, after(5 * MINUTE))).toEqual({ allowed: false, retryAt: after(10 * MINUTE) });
  });
});
