import type { Grant } from './actor.ts';

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
  grants: Grant[];
}

/** A live session of an enabled account with everything that access is decided by: one statement a request. */
export const sessionByToken = `
  select s.id, s.account_id, a.person_id, a.login, a.consent_version, s.last_seen_at, s.idle_expires_at, s.expires_at,
    coalesce((select json_agg(json_build_object('role', g.role, 'organizationId', g.organization_id, 'path', o.path::text)) ${grantsOf}), '[]')
      as grants
  from session s join account a on a.id = s.account_id
  where s.token_hash = $1 and s.ended_at is null and a.disabled_at is null`;

/** $5 now; $6, $7 idle and absolute milliseconds of somebody who administers, $8, $9 of a learner. */
export const insertSession = `
  with staff as (select exists (select ${grantsOf} and g.role <> 'learner') as yes from account a where a.id = $1)
  insert into session (account_id, token_hash, user_agent, address, created_at, last_seen_at, idle_expires_at, expires_at)
  select $1, $2, $3, $4, $5::timestamptz, $5::timestamptz,
    $5::timestamptz + case when yes then $6::bigint else $8::bigint end * interval '1 millisecond',
    $5::timestamptz + case when yes then $7::bigint else $9::bigint end * interval '1 millisecond'
  from staff
  returning id, expires_at`;

export const touchSession = `update session set last_seen_at = $2, idle_expires_at = $3 where id = $1 and ended_at is null`;

export const endSessions = `update session set ended_at = $1`;
