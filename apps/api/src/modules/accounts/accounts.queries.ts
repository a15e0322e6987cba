import type { Sql } from '../../database/sql.ts';

export interface SignInRow {
  id: string;
  login: string;
  password_hash: string | null;
  disabled_at: Date | null;
  organization_id: string | null;
}

const byLoginOrPhone = `
  select a.id, a.login, a.password_hash, a.disabled_at, p.current_organization_id as organization_id
  from account a left join person p on p.id = a.person_id
  where a.id = coalesce((select id from account where lower(login) = $1),
    (select b.id from account b join person q on q.id = b.person_id where q.phone_hash = $2))`;

/** The account that a login name or a phone number (by its keyed hash) stands for. */
export const findForSignIn = (db: Sql, login: string, phoneHash: Buffer | null): Promise<SignInRow | null> =>
  db.one<SignInRow>(byLoginOrPhone, [login, phoneHash]);

export interface SecretRow {
  login: string;
  password_hash: string | null;
  revision: number;
}

/** What changing one's own password needs. */
export const findSecret = (db: Sql, accountId: string): Promise<SecretRow | null> =>
  db.one<SecretRow>('select login, password_hash, revision from account where id = $1', [accountId]);
