import { ROLES, type RoleName } from '@dangxiao/domain';
import type { ResponseOf, accounts } from '@dangxiao/contracts';
import type { Sql } from '../../database/sql.ts';
import { PRIVACY_NOTICE_VERSION } from '../../http/consent.ts';

type Me = ResponseOf<typeof accounts.me>;
interface Row {
  account_id: string;
  login: string;
  consent_version: number | null;
  person: Me['person'];
  grants: { role: RoleName; organizationId: string; organizationName: string }[];
}

const meSql = `
  select a.id as account_id, a.login, a.consent_version,
    case when p.id is not null then json_build_object('id', p.id, 'name', p.name, 'organizationId', po.id, 'organizationName', po.name,
      'kind', p.current_kind) end as person,
    coalesce((select json_agg(json_build_object('role', g.role, 'organizationId', o.id, 'organizationName', o.name) order by g.granted_at)
      from role_grant g join organization o on o.id = g.organization_id
      where g.revoked_at is null and (g.account_id = a.id or g.person_id = a.person_id)), '[]') as grants
  from account a left join person p on p.id = a.person_id left join organization po on po.id = p.current_organization_id
  where a.id = $1`;

/** The account as its owner sees it, with the union of what its roles allow. */
export async function meOf(db: Sql, accountId: string, now: Date): Promise<Me> {
  const row = await db.one<Row>(meSql, [accountId]);
  if (!row) throw new Error(`Account ${accountId} is gone`);
  return {
    accountId: row.account_id,
    login: row.login,
    person: row.person,
    permissions: [...new Set(row.grants.flatMap((grant) => ROLES[grant.role]))],
    grants: row.grants,
    consentRequired: row.consent_version !== PRIVACY_NOTICE_VERSION,
    serverTime: now.toISOString(),
  };
}
