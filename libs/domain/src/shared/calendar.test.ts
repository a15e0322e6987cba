import { describe, expect, it } from '@jest/globals';
import { dayIn, yearIn } from './calendar.ts';

describe("the school's calendar", () => {
  it.each([
    ['Asia/Shanghai', '2025-12-31T15:59:59.999Z', '2025-12-31'],
    ['Asia/Shanghai', '2025-12-31T16:00:00.000Z', '2026-01-01'],
    ['Asia/Urumqi', '2025-12-31T16:00:00.000Z', '2025-12-31'],
    ['America/New_York', '2026-03-08T06:59:59.999Z', '2026-03-08'],
    ['America/New_York', '2026-11-01T04:00:00.000Z', '2026-11-01'],
    ['America/New_York', '2026-11-01T03:59:59.999Z', '2026-10-31'],
    ['UTC', '2024-02-29T12:00:00.000Z', '2024-02-29'],
  ])('in %s, %s is on %s', (zone, instant, day) => {
    expect(dayIn(zone, new Date(instant))).toBe(day);
    expect(yearIn(zone, new Date(instant))).toBe(Number(day.slice(0, 4)));
  });

  it('refuses an unknown zone and an invalid date', () => {
    expect(() => dayIn('Mars/Olympus', new Date(0))).toThrow(RangeError);
    expect(() => yearIn('UTC', new Date(NaN))).toThrow(RangeError);
  });
});
