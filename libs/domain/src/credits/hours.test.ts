import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addHours, compareHours, fromHundredths, subtractHours, toHundredths } from './hours.ts';

const hundredths = fc.integer({ min: -99_999_999, max: 99_999_999 });

describe('hours', () => {
  it.each([
    ['0.00', 0],
    ['0.25', 25],
    ['1.00', 100],
    ['-0.50', -50],
    ['999999.99', 99_999_999],
  ])('%s is %i hundredths, both ways', (text, value) => {
    expect(toHundredths(text)).toBe(value);
    expect(fromHundredths(value)).toBe(text);
  });

  it('reads minus zero as zero', () => {
    expect(Object.is(toHundredths('-0.00'), 0)).toBe(true);
    expect(fromHundredths(-0)).toBe('0.00');
  });

  it.each(['', '1', '1.0', '1.000', '.25', '+1.00', ' 1.00', '1,00', '1e2', 'NaN', '1000000.00', '1.00\n'])(
    'refuses %j',
    (text) => expect(() => toHundredths(text)).toThrow(RangeError),
  );

  it.each([0.5, NaN, Infinity, 100_000_000])('refuses %d hundredths', (value) =>
    expect(() => fromHundredths(value)).toThrow(RangeError),
  );

  it('adds what floats cannot: ten times 0.10 is 1.00', () => {
    expect(addHours(...Array.from({ length: 10 }, () => '0.10'))).toBe('1.00');
    expect(addHours()).toBe('0.00');
  });

  it('round-trips, subtracts what it added and orders like numbers', () => {
    const small = fc.integer({ min: -9_999_999, max: 9_999_999 });
    fc.assert(fc.property(hundredths, (value) => toHundredths(fromHundredths(value)) === value));
    fc.assert(
      fc.property(small, small, (a, b) => {
        const [left, right] = [fromHundredths(a), fromHundredths(b)];
        expect(subtractHours(addHours(left, right), right)).toBe(left);
        expect(Math.sign(compareHours(left, right))).toBe(Math.sign(a - b));
      }),
    );
  });
});
