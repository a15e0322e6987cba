import { ROLES, type Permission, type RoleName } from '@dangxiao/domain';

/** A role held at a node of the organization tree, for its subtree. */
export interface Grant {
  role: RoleName;
  organizationId: string;
  /** The node's ltree path today. */
  path: string;
}

/** Who is calling: the signed-in account with what it may do and where. */
export interface Actor {
  accountId: string;
  /** Null for an account that stands for nobody, e.g. the first administrator. */
  personId: string | null;
  sessionId: string;
  login: string;
  /** The version of the privacy notice that was consented to. */
  consentVersion: number | null;
  grants: readonly Grant[];
}

/** An actor that stands for a person: what `access: 'learner'` hands out. */
export type LearnerActor = Actor & { personId: string };

/** Does the actor hold the permission at any node? */
export function can(actor: Actor, permission: Permission): boolean {
  return actor.grants.some((grant) => ROLES[grant.role].includes(permission));
}

/** Paths of the nodes at which the actor holds the permission; it holds in their subtrees. */
export function scopePaths(actor: Actor, permission: Permission): string[] {
  return actor.grants.filter((grant) => ROLES[grant.role].includes(permission)).map((grant) => grant.path);
}

/** Does the permission reach the node with this path? */
export function reaches(actor: Actor, permission: Permission, path: string): boolean {
  return scopePaths(actor, permission).some((scope) => path === scope || path.startsWith(`${scope}.`));
}

/**
 * The SQL condition that keeps the rows whose organization path lies in the actor's subtrees. Appends to `params`.
 * @param column an ltree expression, e.g. `o.path`
 */
export function scopeSql(actor: Actor, permission: Permission, column: string, params: unknown[]): string {
  params.push(scopePaths(actor, permission));
  return `${column} <@ any($${params.length}::ltree[])`;
}
