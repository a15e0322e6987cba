import { describe, expect, it } from '@jest/globals';
import { hoursForExam, hoursForLesson, lectureTierFor } from './credits.ts';
import { yunnan2024Policy } from './yunnan-2024.ts';

const MINUTE = 60_000;

describe("hours by Yunnan's rule of 2024", () => {
  it.each([
    ['nothing played', 0, '0.00'],
    ['one millisecond', 1, '0.25'],
    ['15 minutes', 15 * MINUTE, '0.25'],
    ['a moment more than 15 minutes', 15 * MINUTE + 1, '0.50'],
    ['a moment less than 30 minutes', 30 * MINUTE - 1, '0.50'],
    ['30 minutes', 30 * MINUTE, '1.00'],
    ['three hours', 180 * MINUTE, '1.00'],
  ])('a lecture of %s', (_, durationMs, hours) => expect(hoursForLesson(yunnan2024Policy, durationMs)).toBe(hours));

  it('a passed exam is half an hour', () => expect(hoursForExam(yunnan2024Policy)).toBe('0.50'));
});

it('takes another place its own table: 1 h = 1, > ½ h = 0.5, less = 0', () => {
  const lectureTiers = [
    { aboveMinutes: null, atLeastMinutes: 60, hours: '1.00' },
    { aboveMinutes: 30, atLeastMinutes: null, hours: '0.50' },
  ];
  const hours = [29, 30, 31, 60].map((minutes) => hoursForLesson({ lectureTiers }, minutes * MINUTE));
  expect(hours).toEqual(['0.00', '0.00', '0.50', '1.00']);
  expect(lectureTierFor({ lectureTiers }, 31 * MINUTE)).toBe(lectureTiers[1]);
  expect(lectureTierFor({ lectureTiers }, 30 * MINUTE)).toBeNull();
});
