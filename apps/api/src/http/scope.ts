import { permissionsOf, type Permission } from '@dangxiao/domain';
import type { Actor } from './actor.ts';

/**
 * One permission of an actor, and the subtrees in which the actor holds it. The type parameter names the permission: a query that asks for
 * `Scope<'people.write'>` does not take the scope of another one.
 */
export interface Scope<P extends Permission = Permission> {
  readonly permission: P;
  /** Paths of the nodes at which the actor holds the permission; it holds in their subtrees. */
  readonly paths: readonly string[];
  /** Does the permission reach the node with this path? */
  reaches(path: string): boolean;
  /**
   * The SQL condition that keeps the rows whose organization path lies in the subtrees. Appends to `params`.
   * @param column an ltree expression, e.g. `o.path`
   */
  sql(column: string, params: unknown[]): string;
}

/** The scope of any permission. A handler has the one of its row already, as `call.scope`; it asks here for another one alone. */
export function scopeOf<P extends Permission>(actor: Pick<Actor, 'grants'>, permission: P): Scope<P> {
  const paths = actor.grants
    .filter((grant) => permissionsOf(grant.role, grant.separated).includes(permission))
    .map((grant) => grant.path);
  return {
    permission,
    paths,
    reaches: (path) => paths.some((top) => path === top || path.startsWith(`${top}.`)),
    sql: (column, params) => `${column} <@ any($${params.push(paths)}::ltree[])`,
  };
}
