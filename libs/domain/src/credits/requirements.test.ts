import { describe, expect, it } from '@jest/globals';
import { requirementsFor, requirementStatus } from './requirements.ts';
import type { PersonKind, Position } from './requirements.ts';
import { yunnan2024Policy } from './yunnan-2024.ts';

function owed(kind: PersonKind, position: Position, exempt = false): string[] {
  return requirementsFor(yunnan2024Policy, { kind, position, exempt }).map(
    ({ counter, hours }) => `${counter} ${hours}`,
  );
}

describe('requirements of a person', () => {
  it.each<[PersonKind, Position, string[]]>([
    ['full_member', 'none', ['centralised 32.00', 'online 50.00']],
    ['probationary_member', 'none', ['centralised 32.00', 'online 50.00']],
    ['full_member', 'branch_secretary', ['centralised 56.00', 'online 50.00']],
    ['full_member', 'branch_committee_member', ['centralised 56.00', 'online 50.00']],
    ['full_member', 'party_affairs_worker', ['centralised 32.00', 'online 50.00']],
    ['development_candidate', 'none', ['centralised 24.00']],
    ['applicant_activist', 'none', []],
    ['non_member', 'none', []],
  ])('%s, %s', (kind, position, expected) => expect(owed(kind, position)).toEqual(expected));

  it('an exempt member owes nothing', () => expect(owed('full_member', 'branch_secretary', true)).toEqual([]));

  it('each requirement has a key of its own', () => {
    const keys = yunnan2024Policy.requirements.map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
  });
});

describe('status of a requirement', () => {
  it.each([
    ['0.00', '32.00', false],
    ['31.75', '0.25', false],
    ['32.00', '0.00', true],
    ['40.50', '0.00', true],
    ['-1.00', '33.00', false],
  ])('with %s earned of 32, %s is missing', (earned, missing, done) =>
    expect(requirementStatus({ hours: '32.00' }, earned)).toEqual({ required: '32.00', earned, missing, done }),
  );
});
