import { describe, expect, it } from '@jest/globals';
import { PERMISSIONS, ROLE_NAMES, ROLES } from './permissions.ts';

describe('roles', () => {
  it('hold known permissions, each once', () => {
    for (const role of ROLE_NAMES) {
      expect(new Set(ROLES[role]).size).toBe(ROLES[role].length);
      expect(PERMISSIONS).toEqual(expect.arrayContaining([...ROLES[role]]));
    }
  });

  it('the auditor reads everything and changes nothing', () => {
    expect(ROLES.auditor).toEqual([
      'organizations.read',
      'people.read',
      'courses.read',
      'questions.read',
      'assignments.read',
      'records.read',
      'audit.read',
    ]);
  });

  it('only the school administrator changes what holds for the whole school', () => {
    const missing = PERMISSIONS.filter((permission) => !ROLES.organization_administrator.includes(permission));
    expect(missing).toEqual(['credits.policy']);
    expect(ROLES.school_administrator).toEqual(PERMISSIONS);
  });

  it('a learner needs none, and an instructor sees no records and no people', () => {
    expect(ROLES.learner).toEqual([]);
    expect(
      ROLES.instructor.filter((permission) => /^(people|records|credits|accounts|roles|audit)\./.test(permission)),
    ).toEqual([]);
  });
});
