import { describe, expect, it } from '@jest/globals';
import { dutiesConflict, PERMISSIONS, permissionsOf, ROLE_NAMES, ROLES, type RoleName } from './permissions.ts';

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

  it('only the school administrator changes what holds for the whole school, or gives what it does not hold', () => {
    const missing = PERMISSIONS.filter((permission) => !ROLES.organization_administrator.includes(permission));
    expect(missing).toEqual(['people.numbers', 'roles.assign', 'credits.policy']);
    expect(ROLES.school_administrator).toEqual(PERMISSIONS);
  });

  it('a learner needs none, and an instructor sees no records and no people', () => {
    expect(ROLES.learner).toEqual([]);
    expect(
      ROLES.instructor.filter((permission) => /^(people|records|credits|accounts|roles|audit)\./.test(permission)),
    ).toEqual([]);
  });

  it('divide system, security and audit among three', () => {
    const three = ['system_administrator', 'security_administrator', 'auditor'] as const;
    const writes = three.map((role) => ROLES[role].filter((permission) => !permission.endsWith('.read')));
    expect(writes).toEqual([
      ['organizations.write', 'people.write'],
      ['accounts.write', 'roles.grant', 'roles.assign', 'security.write'],
      [],
    ]);
    expect(ROLES.system_administrator).not.toContain('audit.read');
    expect(ROLES.security_administrator).not.toContain('audit.read');
  });
});

describe('separated duties', () => {
  it('leave nobody both security and audit', () => {
    const security = ['accounts.write', 'roles.grant', 'roles.assign', 'security.write'] as const;
    for (const role of ROLE_NAMES) {
      const held = permissionsOf(role, true);
      expect(held.includes('audit.read') && security.some((permission) => held.includes(permission))).toBe(false);
      expect(permissionsOf(role, false)).toBe(ROLES[role]);
    }
    expect(permissionsOf('organization_administrator', true)).toContain('people.write');
    expect(permissionsOf('security_administrator', true)).toEqual(ROLES.security_administrator);
  });

  it('exclude each other over one organization, and only there', () => {
    const at = (role: RoleName, path: string) => ({ role, path });
    const left = at('security_administrator', 'root.left');
    expect(dutiesConflict(left, at('auditor', 'root.left'))).toBe(true);
    expect(dutiesConflict(left, at('auditor', 'root'))).toBe(true);
    expect(dutiesConflict(left, at('auditor', 'root.left.branch'))).toBe(true);
    expect(dutiesConflict(left, at('school_administrator', 'root'))).toBe(true);
    expect(dutiesConflict(left, at('auditor', 'root.right'))).toBe(false);
    expect(dutiesConflict(left, at('auditor', 'root.leftish'))).toBe(false);
    expect(dutiesConflict(left, at('security_administrator', 'root'))).toBe(false);
    expect(dutiesConflict(left, at('instructor', 'root.left'))).toBe(false);
  });
});
