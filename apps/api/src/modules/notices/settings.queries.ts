import { effectiveSettings, type OrganizationSettings } from '@dangxiao/domain';
import type { Sql } from '../../database/sql.ts';

/**
 * What holds for many organizations at once. The area of people asks for one; it tells through this area, so that this one cannot import it.
 */
export async function settingsOfMany(
  sql: Sql,
  organizationIds: readonly string[],
): Promise<Map<string, OrganizationSettings>> {
  const rows = await sql.query<{ id: string; chain: (Partial<OrganizationSettings> | null)[] }>(
    `select o.id, array_agg(s.settings order by nlevel(up.path)) as chain
     from organization o join organization up on o.path <@ up.path left join organization_setting s on s.organization_id = up.id
     where o.id = any($1::uuid[]) group by o.id`,
    [[...new Set(organizationIds)]],
  );
  return new Map(rows.map(({ id, chain }) => [id, effectiveSettings(chain.map((own) => own ?? {})).settings]));
}
