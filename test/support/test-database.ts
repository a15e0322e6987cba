import { randomBytes } from 'node:crypto';
import pg from 'pg';
import type { Addresses } from '../../apps/api/src/database/addresses.ts';
import { lockConnection, locks } from '../../apps/api/src/database/locks.ts';
import { migrate } from '../../apps/api/src/database/migrate.ts';

const TEMPLATE = 'dangxiao_template';

function given(variable: string): string {
  const url = process.env[variable];
  if (!url) throw new Error('API tests run under jest with test/support/global-setup.mjs');
  return url;
}

const serverUrl = () => given('TEST_DATABASE_OWNER_URL');

function withPath(url: string, database: string): string {
  const changed = new URL(url);
  changed.pathname = `/${database}`;
  return changed.href;
}

/** Both addresses of a database of the tests' server. */
const addressesOf = (database: string): Addresses => ({
  appUrl: withPath(given('TEST_DATABASE_URL'), database),
  ownerUrl: withPath(serverUrl(), database),
});

export interface TestDatabase extends Addresses {
  drop(): Promise<void>;
}

async function asOwner<Result>(work: (client: pg.Client) => Promise<Result>, url = serverUrl()): Promise<Result> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

export const ownerQuery = (url: string, sql: string, params: unknown[] = []) =>
  asOwner(async (client) => (await client.query(sql, params)).rows as Record<string, unknown>[], url);

/** The first test file migrates the template, the others find it. */
async function ensureTemplate(client: pg.Client): Promise<void> {
  const found = await client.query('select from pg_database where datname = $1', [TEMPLATE]);
  if (found.rowCount) return;
  const fresh = `${TEMPLATE}_new`;
  await client.query(`drop database if exists ${fresh}`);
  await client.query(`create database ${fresh}`);
  await migrate(addressesOf(fresh));
  await client.query(`alter database ${fresh} rename to ${TEMPLATE}`);
}

/** An empty database without any table. */
export async function emptyDatabase(): Promise<TestDatabase> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  await asOwner((client) => client.query(`create database ${name}`));
  return { ...addressesOf(name), drop: () => dropDatabase(name) };
}

/** A migrated database of one's own, cloned from the template. */
export async function testDatabase(): Promise<TestDatabase> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  await asOwner(async (client) => {
    await lockConnection(client, locks.testTemplate);
    await ensureTemplate(client);
    await client.query(`create database ${name} template ${TEMPLATE}`);
  });
  return { ...addressesOf(name), drop: () => dropDatabase(name) };
}

async function dropDatabase(name: string): Promise<void> {
  await asOwner((client) => client.query(`drop database if exists ${name} with (force)`));
}
