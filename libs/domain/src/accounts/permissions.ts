/** Everything that access can be asked for. Granted at a node of the organization tree, for its subtree. */
export const PERMISSIONS = [
  'organizations.read',
  'organizations.write',
  'people.read',
  'people.write',
  'people.seeAs',
  'people.numbers',
  'accounts.write',
  'roles.grant',
  'roles.assign',
  'security.write',
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
  'system_administrator',
  'security_administrator',
  'instructor',
  'auditor',
  'learner',
] as const;
export type RoleName = (typeof ROLE_NAMES)[number];

/** What no subtree's administrator may do: it touches every organization at once, hands out what one does not hold oneself, or whole personal numbers. */
const SCHOOL_WIDE: ReadonlySet<Permission> = new Set<Permission>(['credits.policy', 'roles.assign', 'people.numbers']);

/**
 * Roles bundle permissions. An organization administrator may do what the school's may, inside its own subtree, except what is school-wide.
 * The system administrator keeps organizations and people; the security administrator keeps accounts, roles, second factors and sessions, and
 * assigns roles that it does not hold itself (`roles.assign`). An auditor reads everything and changes nothing. Learning needs no permission.
 */
export const ROLES: Readonly<Record<RoleName, readonly Permission[]>> = {
  school_administrator: PERMISSIONS,
  organization_administrator: PERMISSIONS.filter((permission) => !SCHOOL_WIDE.has(permission)),
  system_administrator: ['organizations.read', 'organizations.write', 'people.read', 'people.write'],
  security_administrator: [
    'organizations.read',
    'people.read',
    'accounts.write',
    'roles.grant',
    'roles.assign',
    'security.write',
  ],
  instructor: ['courses.read', 'courses.write', 'media.write', 'questions.read', 'questions.write', 'exams.write'],
  auditor: PERMISSIONS.filter((permission) => permission.endsWith('.read')),
  learner: [],
};

/** What the all-in-one roles leave to the security administrator and the auditor where duties are separated. */
const SEPARATED: ReadonlySet<Permission> = new Set<Permission>([
  'accounts.write',
  'roles.grant',
  'roles.assign',
  'security.write',
  'audit.read',
]);

/** What a role allows at a node: where duties are separated there, the all-in-one roles keep neither security nor audit. */
export function permissionsOf(role: RoleName, separated: boolean): readonly Permission[] {
  return separated && DUTIES[role] === 'system'
    ? ROLES[role].filter((permission) => !SEPARATED.has(permission))
    : ROLES[role];
}

/** The three duties of an administration that nobody holds two of (GB/T 22239, level 3). */
export type Duty = 'system' | 'security' | 'audit';

/** The duty that a role stands for; teaching and learning are none. */
export const DUTIES: Readonly<Record<RoleName, Duty | null>> = {
  school_administrator: 'system',
  organization_administrator: 'system',
  system_administrator: 'system',
  security_administrator: 'security',
  auditor: 'audit',
  instructor: null,
  learner: null,
};

/** A role at a node, by the node's path in the tree. */
export interface RoleAt {
  role: RoleName;
  path: string;
}

const onOneLine = (a: string, b: string) => a === b || a.startsWith(`${b}.`) || b.startsWith(`${a}.`);

/** Do two roles of one person hold different duties over the same organization? */
export function dutiesConflict(one: RoleAt, other: RoleAt): boolean {
  const [a, b] = [DUTIES[one.role], DUTIES[other.role]];
  return a !== null && b !== null && a !== b && onOneLine(one.path, other.path);
}
