import { chownSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { serverAccount } from '../embedded/launch.ts';
import { startEmbedded } from '../embedded/postgres.ts';
import { StartProblem } from '../start/console.ts';
import type { Manifest } from './archive.ts';
import { extractVerified } from './extract.ts';
import { pgTool, type Source } from './take.ts';

/**
 * Puts a backup into an empty data folder (and an empty database, where that is elsewhere). Nothing is put in place before every
 * checksum was compared; the embedded server then recovers from the copied log once, so that a restore that says 'done' can be started.
 */
export async function restoreBackup(file: string, target: Source): Promise<Manifest> {
  if (!existsSync(file)) throw new StartProblem(`There is no file ${file}.`);
  assertEmpty(target.dataDir);
  if (target.databaseUrl) await assertEmptyDatabase(target.databaseUrl);
  const staging = path.join(target.dataDir, `restoring-${process.pid}`);
  mkdirSync(staging, { recursive: true, mode: 0o700 });
  try {
    const manifest = await extractVerified(file, staging);
    if (manifest.kind === 'dump' && !target.databaseUrl) {
      throw new StartProblem(
        'This backup is a dump of a database elsewhere: set DATABASE_URL to an empty database to restore it into.',
      );
    }
    if (manifest.kind === 'cluster' && target.databaseUrl) {
      throw new StartProblem('This backup holds the embedded database: restore it without DATABASE_URL.');
    }
    if (target.databaseUrl) await restoreDump(path.join(staging, 'database.dump'), target.databaseUrl);
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
      throw new StartProblem('The database at DATABASE_URL is not empty: a restore never overwrites.');
    // The dump grants rights to it; it belongs to the server, not to a database.
    await client.query(
      "do $$ begin if to_regrole('dangxiao_app') is null then create role dangxiao_app nologin; end if; end $$",
    );
  } finally {
    await client.end();
  }
}

async function restoreDump(file: string, url: string): Promise<void> {
  await pgTool('pg_restore', ['--no-owner', '--exit-on-error', '--single-transaction', `--dbname=${url}`, file]);
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
