import { describe, expect, it } from '@jest/globals';
import { kindsBelow } from './organizations.ts';

describe('kindsBelow', () => {
  it.each([
    [null, ['committee']],
    ['committee', ['committee', 'general_branch', 'branch']],
    ['general_branch', ['branch']],
    ['branch', ['party_group']],
    ['party_group', []],
  ] as const)('below %s stand %j', (parent, kinds) => {
    expect(kindsBelow(parent)).toEqual(kinds);
  });
});
