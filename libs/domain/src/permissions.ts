/** Everything that access can be asked for. Granted at a node of the organization tree, for its subtree. */
export const PERMISSIONS = [
  'organizations.read',
  'organizations.write',
  'people.read',
  'people.write',
  'accounts.write',
  'roles.grant',
  'courses.read',
  'courses.write',
  'media.write',
  'questions.read',
  'questions.write',
  'exams.write',
  'assignments.read',
  'assignments.write',
  'records.read',
  'credits.recognise',
  'credits.reverse',
  'credits.policy',
  'audit.read',
  'exports.create',
] as const;
export type Permission = (typeof PERMISSIONS)[number];

export const ROLE_NAMES = [
  'school_administrator',
  'organization_administrator',
  'instructor',
  'auditor',
  'learner',
] as const;
export type RoleName = (typeof ROLE_NAMES)[number];

/** What touches every organization at once, so that no subtree's administrator may do it. */
const SCHOOL_WIDE: ReadonlySet<Permission> = new Set<Permission>(['credits.policy']);

/**
 * Roles bundle permissions. An organization administrator may do what the school's may, inside its own subtree, except what is school-wide.
 * An auditor reads everything and changes nothing. Learning needs no permission.
 */
export const ROLES: Readonly<Record<RoleName, readonly Permission[]>> = {
  school_administrator: PERMISSIONS,
  organization_administrator: PERMISSIONS.filter((permission) => !SCHOOL_WIDE.has(permission)),
  instructor: ['courses.read', 'courses.write', 'media.write', 'questions.read', 'questions.write', 'exams.write'],
  auditor: PERMISSIONS.filter((permission) => permission.endsWith('.read')),
  learner: [],
};
