import { ROLE_NAMES, ROLES, type Permission } from '@dangxiao/domain';
import type { Sql } from '../../database/sql.ts';
import type { Recipient } from './notices.ts';

/**
 * Who is told what an organization has to see to: those who hold the permission at the organization itself or, where nobody does, at the
 * nearest one above.
 */
export async function administratorsOf(sql: Sql, organizationId: string, permission: Permission): Promise<Recipient[]> {
  const roles = ROLE_NAMES.filter((role) => ROLES[role].includes(permission));
  const rows = await sql.query<{ personId: string | null; accountId: string | null }>(
    `with held as (
       select coalesce(g.person_id, a.person_id) as person_id, g.account_id, nlevel(up.path) as depth
       from organization o join organization up on o.path <@ up.path
       join role_grant g on g.organization_id = up.id and g.revoked_at is null and g.role = any($2::text[])
       left join account a on a.id = g.account_id
       where o.id = $1)
     select distinct person_id as "personId", case when person_id is null then account_id end as "accountId"
     from held where depth = (select max(depth) from held)`,
    [organizationId, roles],
  );
  return rows.map(({ personId, accountId }) => (personId ? { personId } : { accountId: accountId ?? '' }));
}
