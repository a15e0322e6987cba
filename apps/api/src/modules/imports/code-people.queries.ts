import type { Sql } from '../../database/sql.ts';
import type { Scope } from '../../http/scope.ts';

/** Somebody whom a batch made and who cannot sign in yet. */
export interface Newcomer {
  id: string;
  name: string;
  phoneLast4: string | null;
  organizationName: string;
  organizationCode: string;
}

// Who holds a role already is given a code one at a time, where it is checked whether the actor may give as much.
const from = `
  from import_row r join person p on p.id = r.object_id join organization o on o.id = p.current_organization_id
  where r.batch_id = $1 and not r.skipped and r.action = 'create' and p.deactivated_at is null
    and not exists (select from account a where a.person_id = p.id)
    and not exists (select from role_grant g where g.person_id = p.id and g.revoked_at is null)`;

/** Everybody who waits for a code, locked in one order so that two lists at once come one after the other. */
export function lockNewcomers(tx: Sql, scope: Scope<'accounts.write'>, batchId: string): Promise<Newcomer[]> {
  const params: unknown[] = [batchId];
  return tx.query(
    `select p.id, p.name, p.phone_last4 as "phoneLast4", o.name as "organizationName", o.code as "organizationCode" ${from}
       and ${scope.sql('o.path', params)} order by p.id for update of p`,
    params,
  );
}

/** How many wait, and until when the last of their codes holds. */
export async function countNewcomers(
  sql: Sql,
  scope: Scope<'accounts.write'>,
  batchId: string,
  now: Date,
): Promise<{ waiting: number; expiresAt: string | null }> {
  const params: unknown[] = [batchId, now];
  const row = await sql.one<{ waiting: number; expiresAt: Date | null }>(
    `select count(*)::int as waiting, max(c.expires_at) as "expiresAt"
     from (select p.id ${from} and ${scope.sql('o.path', params)}) n
     left join activation_code c on c.person_id = n.id and c.used_at is null and c.ended_at is null and c.expires_at > $2`,
    params,
  );
  return { waiting: row?.waiting ?? 0, expiresAt: row?.expiresAt?.toISOString() ?? null };
}
