import type { OrganizationKind } from '@dangxiao/domain';
import type { Sql } from '../../database/sql.ts';

export interface OrganizationState {
  parentId: string | null;
  name: string;
  code: string;
  kind: OrganizationKind;
}

/**
 * Opens a version from `today` on. Rows are never changed but superseded: what was known before stays readable by its recorded time. A version
 * that itself began today is corrected, not ended.
 */
export async function reviseOrganization(
  tx: Sql,
  organizationId: string,
  state: OrganizationState,
  today: string,
  now: Date,
): Promise<void> {
  await tx.execute(
    `with current as (
       update organization_version set superseded_at = $3
       where organization_id = $1 and superseded_at is null and valid_to is null returning *)
     insert into organization_version (organization_id, parent_id, name, code, kind, valid_from, valid_to, recorded_at)
     select organization_id, parent_id, name, code, kind, valid_from, $2::date, $3::timestamptz from current where valid_from < $2::date`,
    [organizationId, today, now],
  );
  await tx.execute(
    `insert into organization_version (organization_id, parent_id, name, code, kind, valid_from, recorded_at)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [organizationId, state.parentId, state.name, state.code, state.kind, today, now],
  );
}
