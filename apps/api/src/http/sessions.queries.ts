import { bindingSetting } from '../database/fragments/binding-setting.ts';
import type { Sql } from '../database/sql.ts';
import type { Actor, Grant } from './actor.ts';

/** Grants of an account are its own and those of the person whom it stands for. */
const grantsOf = `
  from role_grant g join organization o on o.id = g.organization_id
  where g.revoked_at is null and (g.account_id = a.id or g.person_id = a.person_id)`;

export interface SessionRow {
  id: string;
  account_id: string;
  person_id: string | null;
  login: string;
  consent_version: number | null;
  last_seen_at: Date;
  idle_expires_at: Date;
  expires_at: Date;
  pending: Actor['pending'];
  /** Null unless the portal is seen as somebody else, and still is. */
  see_as_id: string | null;
  see_as_expires_at: Date | null;
  grants: Grant[];
}

/**
 * A live session ($1) of an enabled account at an instant ($2) with everything that access is decided by: one statement a request. Whoever sees
 * the portal as somebody else stands for that person and holds nothing.
 */
export const sessionByToken = `
  select s.id, s.account_id, coalesce(v.subject_id, a.person_id) as person_id, a.login, a.consent_version, s.last_seen_at, s.idle_expires_at,
    s.expires_at, s.pending, v.id as see_as_id, v.expires_at as see_as_expires_at,
    case when v.id is not null then '[]' else coalesce((select json_agg(json_build_object('id', g.id, 'role', g.role,
      'organizationId', g.organization_id, 'path', o.path::text, 'level', g.level, 'separated', ${bindingSetting('separatedDuties', 'o.path')})) ${grantsOf}), '[]') end as grants
  from session s join account a on a.id = s.account_id
  left join see_as v on v.id = s.see_as_id and v.ended_at is null and v.expires_at > $2
  where s.token_hash = $1 and s.ended_at is null and a.disabled_at is null`;

const accountWithGrants = `
  select a.id as "accountId", a.person_id as "personId", a.login, a.consent_version as "consentVersion",
    coalesce((select json_agg(json_build_object('id', g.id, 'role', g.role, 'organizationId', g.organization_id,
      'path', o.path::text, 'level', g.level, 'separated', ${bindingSetting('separatedDuties', 'o.path')})) ${grantsOf}), '[]')
      as grants
  from account a where a.id = $1 and a.disabled_at is null`;

/** Somebody with the rights of this moment, for a job that works on their behalf; null once the account is disabled. */
export async function actorOfAccount(sql: Sql, accountId: string): Promise<Actor | null> {
  const row = await sql.one<Omit<Actor, 'sessionId' | 'pending' | 'seeing'>>(accountWithGrants, [accountId]);
  return row && { ...row, sessionId: '', pending: null, seeing: null };
}

/** $5 now; $6, $7 idle and absolute milliseconds of somebody who administers, $8, $9 of a learner; $10 the step that is missing. */
export const insertSession = `
  with staff as (select exists (select ${grantsOf} and g.role <> 'learner') as yes from account a where a.id = $1)
  insert into session (account_id, token_hash, user_agent, address, created_at, last_seen_at, pending, idle_expires_at, expires_at)
  select $1, $2, $3, $4, $5::timestamptz, $5::timestamptz, $10,
    $5::timestamptz + case when yes then $6::bigint else $8::bigint end * interval '1 millisecond',
    $5::timestamptz + case when yes then $7::bigint else $9::bigint end * interval '1 millisecond'
  from staff
  returning id, expires_at`;

export const touchSession = `update session set last_seen_at = $2, idle_expires_at = $3 where id = $1 and ended_at is null`;

export const endSessions = `update session set ended_at = $1`;
