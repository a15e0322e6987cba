import { chownSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { serverAccount } from '../embedded/launch.ts';
import { startEmbedded } from '../embedded/postgres.ts';
import { buildStale } from '../start/build.ts';
import { run } from '../start/children.ts';
import { StartProblem } from '../start/console.ts';
import { root } from '../start/settings.ts';
import type { Manifest } from './archive.ts';
import { extractVerified } from './extract.ts';
import { fillTables, TABLE_LIST, type TableList } from './tables.ts';
import type { Source } from './take.ts';

/**
 * Puts a backup into an empty data folder (and an empty database, where that is elsewhere). Nothing is put in place before every
 * checksum was compared; the embedded server then recovers from the copied log once, so that a restore that says 'done' can be started.
 */
export async function restoreBackup(file: string, target: Source): Promise<Manifest> {
  if (!existsSync(file)) throw new StartProblem(`There is no file ${file}.`);
  assertEmpty(target.dataDir);
  if (target.addresses) await assertEmptyDatabase(target.addresses.ownerUrl);
  const staging = path.join(target.dataDir, `restoring-${process.pid}`);
  mkdirSync(staging, { recursive: true, mode: 0o700 });
  try {
    const manifest = await extractVerified(file, staging);
    if (manifest.kind === 'cluster' && target.addresses) {
      throw new StartProblem(
        'This backup holds the embedded database: restore it without DATABASE_URL and DATABASE_OWNER_URL.',
      );
    }
    if (manifest.kind === 'tables') await putTables(staging, target);
    moveInto(path.join(staging, 'data'), target.dataDir);
    if (manifest.kind === 'cluster') await recover(staging, target.dataDir);
    return manifest;
  } finally {
    rmSync(staging, { recursive: true, force: true });
  }
}

function assertEmpty(dataDir: string): void {
  const there = existsSync(dataDir) ? readdirSync(dataDir).filter((name) => !name.startsWith('restoring-')) : [];
  if (there.length > 0) {
    throw new StartProblem(
      `${dataDir} is not empty (${there[0]}): a restore never overwrites. Choose a new folder: DATA_DIR=/path npm run restore`,
    );
  }
}

async function assertEmptyDatabase(connectionString: string): Promise<void> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    const tables = await client.query(
      "select from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind = 'r' and n.nspname !~ '^(pg_|information_schema)' limit 1",
    );
    if (tables.rowCount)
      throw new StartProblem('The database at DATABASE_OWNER_URL is not empty: a restore never overwrites.');
  } finally {
    await client.end();
  }
}

/** Rows go, as the owner, into the database elsewhere, else into a new embedded one. */
async function putTables(staging: string, { dataDir, addresses }: Source): Promise<void> {
  const list = JSON.parse(readFileSync(path.join(staging, TABLE_LIST), 'utf8')) as TableList;
  const server = addresses ? undefined : await startEmbedded({ dataDir: path.join(dataDir, 'postgres') });
  const { appUrl = '', ownerUrl = '' } = addresses ?? server ?? {};
  try {
    await buildStale(['api']);
    const login = { DATABASE_URL: appUrl, DATABASE_OWNER_URL: ownerUrl };
    const environment = { ...process.env, ...login, DATA_DIR: staging, ROLE: 'http' };
    await run([path.join(root, 'apps/api/dist/database/migrate.js')], environment);
    await fillTables(staging, list, ownerUrl);
  } finally {
    await server?.stop();
  }
}

function moveInto(from: string, to: string): void {
  if (!existsSync(from)) return;
  for (const name of readdirSync(from)) renameSync(path.join(from, name), path.join(to, name));
}

async function recover(staging: string, dataDir: string): Promise<void> {
  const cluster = path.join(dataDir, 'postgres');
  renameSync(path.join(staging, 'postgres'), cluster);
  const account = serverAccount();
  if (account) giveTree(cluster, account);
  const server = await startEmbedded({ dataDir: cluster });
  await server.stop();
}

function giveTree(place: string, account: { uid: number; gid: number }): void {
  for (const entry of readdirSync(place, { withFileTypes: true, recursive: true })) {
    chownSync(path.join(entry.parentPath, entry.name), account.uid, account.gid);
  }
  chownSync(place, account.uid, account.gid);
}
