import { kindsBelow, type OrganizationKind } from '@dangxiao/domain';
import { lockFor, locks, shareLockFor } from '../../database/locks.ts';
import type { Sql } from '../../database/sql.ts';
import { ApiError } from '../../http/api-error.ts';
import { moveMembers } from './memberships.ts';
import { reviseOrganization } from './revise-organization.ts';
import type { ScopedOrganization } from './scope.ts';

/**
 * First of all in a transaction that changes where nodes or people stand. `alone` for what moves or closes nodes: two moves wait for each
 * other, so that the second sees the first and no cycle comes about. Everything else shares the lock: nothing is put below a node on its way.
 */
export async function lockTree(tx: Sql, how: 'alone' | 'shared'): Promise<void> {
  await (how === 'shared' ? shareLockFor : lockFor)(tx, locks.tree);
  // Before any row: who decides an audience goes on to refer to organizations, and must not wait for a node whose mover waits for it.
  if (how === 'alone') await lockFor(tx, locks.paths);
}

/** @throws ApiError organization_closed */
export async function assertOpen(tx: Sql, organizationId: string): Promise<void> {
  const row = await tx.one('select from organization where id = $1 and closed_on is null', [organizationId]);
  if (!row) throw new ApiError('organization_closed');
}

/** @throws ApiError stale_revision with what the actor would see now */
export async function assertFresh<Current>(
  node: { revision: number },
  revision: number,
  current: () => Promise<Current>,
) {
  if (node.revision !== revision) throw new ApiError('stale_revision', { params: { current: await current() } });
}

type Node = Pick<ScopedOrganization, 'id' | 'path' | 'kind'>;
type MoveProblem = 'organization_move_refused' | 'organization_kind_not_allowed' | null;

/** Why a node cannot stand below another; null when it can. */
export function moveProblem(node: Node, parent: Node): MoveProblem {
  if (parent.path === node.path || parent.path.startsWith(`${node.path}.`)) return 'organization_move_refused';
  return kindsBelow(parent.kind).includes(node.kind) ? null : 'organization_kind_not_allowed';
}

/** Puts a node with everything below it under another, from today; the caller holds the tree alone and has checked that it fits. */
export async function moveNode(
  tx: Sql,
  node: Pick<ScopedOrganization, 'id' | 'path' | 'name' | 'code' | 'kind'>,
  parent: Pick<Node, 'id' | 'path'>,
  today: string,
  now: Date,
): Promise<void> {
  await tx.execute('update organization set parent_id = $2, revision = revision + 1 where id = $1', [
    node.id,
    parent.id,
  ]);
  await tx.execute(
    'update organization set path = $2::ltree || subpath(path, nlevel($1::ltree) - 1) where path <@ $1::ltree',
    [node.path, parent.path],
  );
  await reviseOrganization(tx, node.id, { ...node, parentId: parent.id }, today, now);
}

/**
 * The node is no more from `on`. Its version, its leaders' terms and the stays of floating members end with it; transfers under way are withdrawn.
 * The caller has seen to members and children.
 */
export async function closeNode(tx: Sql, id: string, { on, now, by }: { on: string; now: Date; by: string }) {
  const end = (table: string, key: string, columns: string) =>
    tx.execute(
      `with current as (
         update ${table} set superseded_at = $3
         where ${key} = $1 and superseded_at is null and (valid_to is null or valid_to > $2::date) returning *)
       insert into ${table} (${columns}, valid_from, valid_to, recorded_at)
       select ${columns}, valid_from, $2::date, $3::timestamptz from current where valid_from < $2::date`,
      [id, on, now],
    );
  await end('organization_version', 'organization_id', 'organization_id, parent_id, name, code, kind');
  await end('leader_term', 'organization_id', 'organization_id, person_id, position');
  await end('floating_term', 'host_organization_id', 'person_id, host_organization_id, reason');
  await tx.execute(
    'update person set host_organization_id = null, revision = revision + 1 where host_organization_id = $1',
    [id],
  );
  await tx.execute(
    `update transfer set state = 'withdrawn', decided_at = $2, decided_by = $3
     where state = 'requested' and (from_organization_id = $1 or to_organization_id = $1)`,
    [id, now, by],
  );
  await tx.execute('update organization set closed_on = $2, revision = revision + 1 where id = $1', [id, on]);
}

/** Open children of a node. */
export function childrenOf(tx: Sql, id: string) {
  return tx.query<{ id: string; path: string; name: string; code: string; kind: OrganizationKind }>(
    `select id, path::text as path, name, code, kind from organization where parent_id = $1 and closed_on is null order by id for update`,
    [id],
  );
}

/** Everybody who belongs to the node today goes to another. Answers how many. */
export async function moveEverybody(tx: Sql, fromId: string, toId: string, today: string, now: Date): Promise<number> {
  const rows = await tx.query<{ id: string }>(
    'select id from person where current_organization_id = $1 and deactivated_at is null order by id for update',
    [fromId],
  );
  const ids = rows.map((row) => row.id);
  await moveMembers(tx, ids, toId, today, now);
  return ids.length;
}
