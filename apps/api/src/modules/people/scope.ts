import type { OrganizationKind } from '@dangxiao/domain';
import { ApiError } from '../../http/api-error.ts';
import type { Scope } from '../../http/scope.ts';
import type { Sql } from '../../database/sql.ts';

export interface ScopedPerson {
  id: string;
  name: string;
  organizationId: string;
  /** The ltree path of the organization today. */
  path: string;
  revision: number;
  deactivated: boolean;
  mergedIntoId: string | null;
}

export interface ScopedOrganization {
  id: string;
  parentId: string | null;
  name: string;
  code: string;
  kind: OrganizationKind;
  path: string;
  revision: number;
  closedOn: string | null;
}

interface Options {
  /** Locks the row until the end of the transaction. */
  lock?: boolean;
}

/**
 * A person inside the actor's subtrees.
 * @throws ApiError person_not_found, also for a person who exists elsewhere
 */
export async function personInScope(
  db: Sql,
  scope: Scope,
  personId: string,
  { lock = false }: Options = {},
): Promise<ScopedPerson> {
  const params: unknown[] = [personId];
  const row = await db.one<ScopedPerson>(
    `select p.id, p.name, o.id as "organizationId", o.path::text as path, p.revision,
       p.deactivated_at is not null as deactivated, p.merged_into_id as "mergedIntoId"
     from person p join organization o on o.id = p.current_organization_id
     where p.id = $1 and ${scope.sql('o.path', params)} ${lock ? 'for update of p' : ''}`,
    params,
  );
  if (!row) throw new ApiError('person_not_found');
  return row;
}

/**
 * An organization inside the actor's subtrees.
 * @throws ApiError organization_not_found, also for one that exists elsewhere
 */
export async function organizationInScope(
  db: Sql,
  scope: Scope,
  organizationId: string,
  { lock = false }: Options = {},
): Promise<ScopedOrganization> {
  const params: unknown[] = [organizationId];
  const row = await db.one<ScopedOrganization>(
    `select o.id, o.parent_id as "parentId", o.name, o.code, o.kind, o.path::text as path, o.revision,
       o.closed_on as "closedOn"
     from organization o where o.id = $1 and ${scope.sql('o.path', params)} ${lock ? 'for update' : ''}`,
    params,
  );
  if (!row) throw new ApiError('organization_not_found');
  return row;
}
