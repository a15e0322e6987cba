import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { seededDraw, shuffled } from './random.ts';

describe('seeded draws', () => {
  it('are whole numbers below the limit, the same for the same seed', () => {
    const limits = fc.array(fc.integer({ min: 1, max: 2 ** 32 }), { maxLength: 20 });
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.integer()), limits, (seed, list) => {
        const [one, other] = [seededDraw(seed), seededDraw(seed)];
        for (const limit of list) {
          const drawn = one(limit);
          expect(Number.isInteger(drawn) && drawn >= 0 && drawn < limit).toBe(true);
          expect(other(limit)).toBe(drawn);
        }
      }),
    );
  });

  it('differ between seeds, also between the number 1 and the text "1"', () => {
    const firsts = ['1', 1, 'a', 'b', '', 0, -1].map((seed) => seededDraw(seed)(2 ** 32));
    expect(new Set(firsts).size).toBe(firsts.length);
  });

  it('are fair where 2³² is no multiple of the limit', () => {
    const draw = seededDraw('fair');
    const limit = 3 * 2 ** 30;
    const low = Array.from({ length: 3_000 }, () => draw(limit)).filter((drawn) => drawn < 2 ** 30).length;
    expect(low).toBeGreaterThan(900);
    expect(low).toBeLessThan(1_100);
  });

  it('shuffle keeps every item', () => {
    const items = fc.array(fc.nat(5));
    fc.assert(
      fc.property(items, fc.integer(), (list, seed) => {
        expect(shuffled(list, seededDraw(seed)).sort()).toEqual([...list].sort());
      }),
    );
  });
});
