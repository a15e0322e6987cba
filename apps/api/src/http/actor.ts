import { permissionsOf, type Permission, type RoleName } from '@dangxiao/domain';

/** A role held at a node of the organization tree, for its subtree. */
export interface Grant {
  id: string;
  role: RoleName;
  organizationId: string;
  /** The node's ltree path today. */
  path: string;
  /** Are system, security and audit separate duties there? */
  separated: boolean;
  /** How often the role was passed on; 0 for the school's own administrators. */
  level: number;
}

/** An administrator looks at the portal as the actor's person. */
interface Seeing {
  id: string;
  expiresAt: Date;
}

/** Who is calling: the signed-in account with what it may do and where. */
export interface Actor {
  accountId: string;
  /** Whom the account stands for, or as whom it sees the portal; null for nobody, e.g. the first administrator. */
  personId: string | null;
  sessionId: string;
  login: string;
  /** The version of the privacy notice that was consented to. */
  consentVersion: number | null;
  grants: readonly Grant[];
  /** The step of signing in that is missing: until then nothing is opened. */
  pending: 'verify' | 'enrol' | null;
  /** Set while the account sees the portal as somebody else: it then holds no grants and changes nothing. */
  seeing: Seeing | null;
}

/** An actor that stands for a person: what `access: 'learner'` hands out. */
export type LearnerActor = Actor & { personId: string };

/** Does the actor hold the permission at any node? */
export function can(actor: Actor, permission: Permission): boolean {
  return actor.grants.some((grant) => permissionsOf(grant.role, grant.separated).includes(permission));
}
