import { bindingSetting } from '../../database/fragments/binding-setting.ts';
import type { Sql } from '../../database/sql.ts';
import { dutyOf, grantTables } from './grants.queries.ts';

export interface Policy {
  twoFactor: boolean;
  twoFactorAbove: boolean;
  separatedDuties: boolean;
  separatedAbove: boolean;
}

const parent = `subpath($1::ltree, 0, -1)`;
const above = (setting: 'twoFactor' | 'separatedDuties') =>
  `(nlevel($1::ltree) > 1 and ${bindingSetting(setting, parent)})`;

/** What binds at a node, and what binds there whatever it says itself. */
export async function policyAt(db: Sql, path: string): Promise<Policy> {
  const row = await db.one<Policy>(
    `select ${bindingSetting('twoFactor', '$1::ltree')} as "twoFactor", ${above('twoFactor')} as "twoFactorAbove",
       ${bindingSetting('separatedDuties', '$1::ltree')} as "separatedDuties", ${above('separatedDuties')} as "separatedAbove"`,
    [path],
  );
  if (!row) throw new Error('The policy was not read');
  return row;
}

const holder = 'coalesce(p.id, ha.id)';
const hasFactor = `exists (select from second_factor f join account fa on fa.id = f.account_id
  where (fa.id = ha.id or fa.person_id = p.id) and f.confirmed_at is not null)`;

export interface Counts {
  administrators: number;
  withSecondFactor: number;
  securityAdministrators: number;
  auditors: number;
}

/** Those who administer a subtree, from inside it. */
export async function administratorsBelow(db: Sql, path: string): Promise<Counts> {
  const row = await db.one<Counts>(
    `select count(distinct ${holder})::int as administrators,
       (count(distinct ${holder}) filter (where ${hasFactor}))::int as "withSecondFactor",
       (count(distinct ${holder}) filter (where g.role = 'security_administrator'))::int as "securityAdministrators",
       (count(distinct ${holder}) filter (where g.role = 'auditor'))::int as auditors
     from ${grantTables} where g.revoked_at is null and g.role <> 'learner' and o.path <@ $1::ltree`,
    [path],
  );
  return row ?? { administrators: 0, withSecondFactor: 0, securityAdministrators: 0, auditors: 0 };
}

/** People who hold two duties over one organization of a subtree, at most 50. */
export const conflictsBelow = (db: Sql, path: string): Promise<{ personId: string | null; name: string }[]> =>
  db.query(
    `with duty as (
       select ${holder} as holder, p.id as person_id, coalesce(p.name, ha.login) as name, o.path, ${dutyOf('g.role')} as duty
       from ${grantTables} where g.revoked_at is null and ${dutyOf('g.role')} is not null)
     select distinct a.person_id as "personId", a.name from duty a join duty b on b.holder = a.holder and b.duty > a.duty
       and (a.path <@ b.path or b.path <@ a.path)
     where a.path <@ $1::ltree or b.path <@ $1::ltree order by 2 limit 50`,
    [path],
  );

/** Is there somebody for security and somebody else for audit, with accounts that work, at this node or above it? */
export async function dutiesAreHeld(db: Sql, path: string): Promise<boolean> {
  const row = await db.one<{ held: boolean }>(
    `with duty as (
       select ${holder} as holder, g.role from ${grantTables}
       join account live on (live.id = ha.id or live.person_id = p.id) and live.disabled_at is null
       where g.revoked_at is null and g.role in ('security_administrator', 'auditor') and $1::ltree <@ o.path)
     select exists (select from duty s join duty a on a.holder <> s.holder
       where s.role = 'security_administrator' and a.role = 'auditor') as held`,
    [path],
  );
  return row?.held ?? false;
}
