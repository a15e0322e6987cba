import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { addressFor, AddressError, APP_ROLE, loginOf, ownerInstead, type Addresses, type Login } from './addresses.ts';
import { scramVerifier } from './scram.ts';

const DEFAULT_STATEMENT_SECONDS = 30;
const IDLE_IN_TRANSACTION = '60s';
const MAX_TRIES = 5;
/** Another migration of the cluster made or altered the role at the same moment. */
const lostRace = new Set(['42710', '23505', 'XX000']);
const wrongPassword = new Set(['28P01', '28000']);
const NOT_THIS_DATABASE = '42501';

interface Known {
  login: boolean;
  member: boolean;
  settings: string[];
}

/** Makes the application's login what its connections must be; changes only what differs. Runs as the owner, who needs CREATEROLE for that. */
export async function ensureAppRole(owner: pg.Client, addresses: Addresses): Promise<void> {
  const login = loginOf(addresses.appUrl);
  await refuseOwner(owner, addresses, login.user);
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await bringUpToDate(owner, addresses, login);
    } catch (error) {
      const { code = '', message } = error as pg.DatabaseError;
      if (code === '42501') throw new AddressError(`${message}: ${remedy(login.user)}`);
      if (!lostRace.has(code) || attempt === MAX_TRIES) throw error;
      await sleep(50 * attempt);
    }
  }
}

const remedy = (user: string) =>
  `let a superuser make the role ${user} (login, in role ${APP_ROLE}) or give the user of DATABASE_OWNER_URL the right to (alter role … createrole)`;

async function refuseOwner(owner: pg.Client, { appUrl }: Addresses, user: string): Promise<void> {
  const { rows } = await owner.query<{ refused: boolean }>(
    `select $1 = current_user or exists (select from pg_roles where rolname = $1 and (rolsuper or pg_has_role(rolname, current_user, 'MEMBER'))) as refused`,
    [user],
  );
  if (rows[0]?.refused) throw new AddressError(ownerInstead(appUrl, user));
}

async function bringUpToDate(owner: pg.Client, addresses: Addresses, { user, password }: Login): Promise<void> {
  const name = owner.escapeIdentifier(user);
  const isGroup = user === APP_ROLE;
  if (!isGroup && !(await known(owner, APP_ROLE))) await owner.query(`create role ${APP_ROLE} nologin`);
  const before = await known(owner, user);
  const secret = `login password ${owner.escapeLiteral(scramVerifier(password))}`;
  if (!before) await owner.query(`create role ${name} ${secret}`);
  else if (!before.login || !(await letsIn(addressFor(addresses.ownerUrl, { user, password }))))
    await owner.query(`alter role ${name} ${secret}`);
  if (!isGroup && !before?.member) await owner.query(`grant ${APP_ROLE} to ${name}`);
  for (const [setting, value] of Object.entries(settingsOf(addresses)))
    if (!before?.settings.includes(`${setting}=${value}`))
      await owner.query(`alter role ${name} set ${setting} = ${owner.escapeLiteral(value)}`);
  await keepOthersOut(owner, user);
}

/** On the role, not in the connection's options: a pooler drops those, the role's settings it cannot. */
const settingsOf = ({ statementSeconds = DEFAULT_STATEMENT_SECONDS }: Addresses) => ({
  statement_timeout: `${statementSeconds}s`,
  idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION,
  TimeZone: 'UTC',
});

async function known(owner: pg.Client, user: string): Promise<Known | null> {
  const { rows } = await owner.query<Known>(
    `select rolcanlogin as login, coalesce(rolconfig, '{}') as settings,
       exists (select from pg_auth_members m join pg_roles g on g.oid = m.roleid where m.member = r.oid and g.rolname = $2) as member
     from pg_roles r where rolname = $1`,
    [user, APP_ROLE],
  );
  return rows[0] ?? null;
}

/** Is this the password? Any other failure says nothing about it. */
async function letsIn(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return true;
  } catch (error) {
    const { code = '' } = error as pg.DatabaseError;
    if (wrongPassword.has(code)) return false;
    if (code === NOT_THIS_DATABASE) return true;
    throw error;
  } finally {
    await client.end();
  }
}

/** The login of another school in the cluster has the same rights by its membership, so it must not get in. */
async function keepOthersOut(owner: pg.Client, user: string): Promise<void> {
  const { rows } = await owner.query<{ database: string; invited: boolean; open: boolean; mine: boolean }>(
    `select datname as database, pg_has_role(current_user, datdba, 'USAGE') as mine,
       exists (select from aclexplode(datacl) a where a.grantee = $1::regrole and a.privilege_type = 'CONNECT') as invited,
       has_database_privilege('public', oid, 'CONNECT') as open
     from pg_database where datname = current_database()`,
    [owner.escapeIdentifier(user)],
  );
  const [row] = rows;
  if (!row?.mine) return;
  const database = owner.escapeIdentifier(row.database);
  if (!row.invited) await owner.query(`grant connect on database ${database} to ${owner.escapeIdentifier(user)}`);
  if (row.open) await owner.query(`revoke connect on database ${database} from public`);
}
