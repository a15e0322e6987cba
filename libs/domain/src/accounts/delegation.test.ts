import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { delegatedLevel, mayEnd, MOST_LEVELS } from './delegation.ts';
import { ROLE_NAMES, type RoleName } from './permissions.ts';

describe('delegation', () => {
  it('goes three levels below the school and no further', () => {
    const down = (level: number) => delegatedLevel('organization_administrator', false, level);
    expect([down(0), down(1), down(2), down(3)]).toEqual([1, 2, 3, null]);
  });

  it('begins with those who stand for the whole school', () => {
    expect(delegatedLevel('school_administrator', true, 0)).toBe(0);
    expect(delegatedLevel('security_administrator', true, 0)).toBe(0);
    expect(delegatedLevel('school_administrator', false, 0)).toBe(1);
    expect(delegatedLevel('auditor', true, 0)).toBe(1);
  });

  it('never gets deeper than its limit, whatever chain of roles is granted', () => {
    const step = fc.record({ role: fc.constantFrom<RoleName[]>(...ROLE_NAMES), atRoot: fc.boolean() });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        let level: number | null = 0;
        for (const { role, atRoot } of steps) {
          if (level === null) break;
          level = delegatedLevel(role, atRoot, level);
          expect(level ?? MOST_LEVELS).toBeLessThanOrEqual(MOST_LEVELS);
        }
      }),
    );
  });

  it('is taken back from above, not from beside or below', () => {
    expect([mayEnd(0, 0), mayEnd(0, 3), mayEnd(1, 2)]).toEqual([true, true, true]);
    expect([mayEnd(1, 1), mayEnd(2, 1), mayEnd(3, 3)]).toEqual([false, false, false]);
  });
});
