import { describe, expect, it } from '@jest/globals';
import { acceptedStep, isAppCode, STEP_MS, stepOf } from './one-time-codes.ts';

const now = new Date('2026-03-02T01:00:10.000Z');

describe('one-time codes', () => {
  it('change every 30 seconds', () => {
    expect(stepOf(new Date(59_999))).toBe(1);
    expect(stepOf(new Date(60_000))).toBe(2);
  });

  it('are accepted one step around now, and not further', () => {
    const here = stepOf(now);
    expect([-2, -1, 0, 1, 2].map((delta) => acceptedStep(now, delta, null))).toEqual([
      null,
      here - 1,
      here,
      here + 1,
      null,
    ]);
    expect(acceptedStep(now, null, null)).toBeNull();
  });

  it('work once: neither the same step nor an earlier one is accepted again', () => {
    const here = stepOf(now);
    expect(acceptedStep(now, 0, here)).toBeNull();
    expect(acceptedStep(now, -1, here)).toBeNull();
    expect(acceptedStep(now, 1, here)).toBe(here + 1);
    expect(acceptedStep(new Date(now.getTime() + STEP_MS), 0, here)).toBe(here + 1);
  });

  it('are told from recovery codes by their form', () => {
    expect([isAppCode('123456'), isAppCode('123 456'), isAppCode('12345'), isAppCode('7QK2-M4XD')]).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });
});
