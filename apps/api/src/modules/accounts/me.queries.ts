import { permissionsOf, type RoleName } from '@dangxiao/domain';
import type { ResponseOf, accounts } from '@dangxiao/contracts';
import { bindingSetting } from '../../database/fragments/binding-setting.ts';
import type { Sql } from '../../database/sql.ts';
import type { Actor } from '../../http/actor.ts';
import { PRIVACY_NOTICE_VERSION } from '../../http/privacy-notice.ts';

type Me = ResponseOf<typeof accounts.me>;
interface Row {
  account_id: string;
  login: string;
  consent_version: number | null;
  person: Me['person'];
  grants: { role: RoleName; organizationId: string; organizationName: string; separated: boolean }[];
}
interface SeenRow {
  login: string | null;
  person: Me['person'];
  actor_name: string;
  reason: string;
}

const personOf = (p: string, o: string) =>
  `case when ${p}.id is not null then json_build_object('id', ${p}.id, 'name', ${p}.name, 'organizationId', ${o}.id,
     'organizationName', ${o}.name, 'kind', ${p}.current_kind) end`;

const meSql = `
  select a.id as account_id, a.login, a.consent_version, ${personOf('p', 'po')} as person,
    coalesce((select json_agg(json_build_object('role', g.role, 'organizationId', o.id, 'organizationName', o.name,
        'separated', ${bindingSetting('separatedDuties', 'o.path')}) order by g.granted_at)
      from role_grant g join organization o on o.id = g.organization_id
      where g.revoked_at is null and (g.account_id = a.id or g.person_id = a.person_id)), '[]') as grants
  from account a left join person p on p.id = a.person_id left join organization po on po.id = p.current_organization_id
  where a.id = $1`;

const seenSql = `
  select sa.login, ${personOf('p', 'po')} as person, coalesce(ap.name, a.login) as actor_name, v.reason
  from see_as v join person p on p.id = v.subject_id join organization po on po.id = p.current_organization_id
  left join account sa on sa.person_id = p.id
  join account a on a.id = v.actor_account_id left join person ap on ap.id = a.person_id
  where v.id = $1`;

/** The account as its owner sees it, with the union of what its roles allow; while a step of signing in is missing, nothing but that. */
export async function meOf(db: Sql, actor: Pick<Actor, 'accountId' | 'pending' | 'seeing'>, now: Date): Promise<Me> {
  const row = await db.one<Row>(meSql, [actor.accountId]);
  if (!row) throw new Error(`Account ${actor.accountId} is gone`);
  const nobody = {
    accountId: row.account_id,
    login: row.login,
    person: null,
    permissions: [],
    grants: [],
    consentRequired: row.consent_version !== PRIVACY_NOTICE_VERSION,
    pending: actor.pending,
    seeing: null,
    serverTime: now.toISOString(),
  };
  if (actor.pending) return nobody;
  if (actor.seeing) return { ...nobody, ...(await seenAs(db, actor.seeing)) };
  return {
    ...nobody,
    person: row.person,
    permissions: [...new Set(row.grants.flatMap(({ role, separated }) => permissionsOf(role, separated)))],
    grants: row.grants,
  };
}

/** The person as whom the portal is seen, and by whom. */
async function seenAs(db: Sql, seeing: NonNullable<Actor['seeing']>): Promise<Pick<Me, 'login' | 'person' | 'seeing'>> {
  const row = await db.one<SeenRow>(seenSql, [seeing.id]);
  return {
    login: row?.login ?? '',
    person: row?.person ?? null,
    seeing: { actorName: row?.actor_name ?? '', reason: row?.reason ?? '', until: seeing.expiresAt.toISOString() },
  };
}
