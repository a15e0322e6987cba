import { pathToFileURL } from 'node:url';
import pg from 'pg';
import { PgBoss } from 'pg-boss';
import { DataSource } from 'typeorm';
import { Config, ConfigError } from '../config/config.ts';
import { JOBS_SCHEMA } from '../jobs/boss.ts';
import { AddressError, APP_ROLE, ownerMissing, type Addresses } from './addresses.ts';
import { ensureAppRole } from './app-role.ts';
import { ownerDataSource } from './data-source.ts';
import { lockConnection, locks } from './locks.ts';
import { isFormerDatabase, unknownMigrations } from './migration-state.ts';

/** A database that this version of the program must not touch: a newer one made it, or one before the first release. */
export class ForeignDatabaseError extends Error {}

/**
 * Brings the database up to this version: the application's login, tables, then the job queue's own. Several processes may call it at once; one
 * works, the others wait. Runs as the owner of everything; the application's login only gets rights.
 * @returns names of the migrations that ran
 * @throws AddressError, ForeignDatabaseError
 */
export async function migrate(addresses: Addresses): Promise<string[]> {
  const url = addresses.ownerUrl;
  const lock = new pg.Client({ connectionString: url });
  await lock.connect();
  try {
    await lockConnection(lock, locks.migrations);
    if (await isFormerDatabase((sql) => lock.query(sql))) {
      throw new ForeignDatabaseError(
        'The database was made before the first release, and nothing brings it up to date; it was left as it is. Name another data folder (DATA_DIR) or an empty database (DATABASE_URL).',
      );
    }
    const unknown = await unknownMigrations((sql) => lock.query(sql));
    if (unknown.length > 0) {
      throw new ForeignDatabaseError(
        `The database is from a newer version (${unknown.at(-1)}): update the program, or restore a backup made by this version.`,
      );
    }
    await ensureAppRole(lock, addresses);
    const source = await new DataSource(ownerDataSource(url)).initialize();
    try {
      const ran = await source.runMigrations();
      await installJobQueue(url);
      await grantRights(source);
      return ran.map((migration) => migration.name);
    } finally {
      await source.destroy();
    }
  } finally {
    await lock.end();
  }
}

async function installJobQueue(url: string): Promise<void> {
  const boss = new PgBoss({ connectionString: url, schema: JOBS_SCHEMA, max: 2, supervise: false, schedule: false });
  boss.on('error', () => undefined);
  await boss.start();
  await boss.stop({ graceful: false, close: true });
}

async function grantRights(source: DataSource): Promise<void> {
  await source.query(`grant select on migrations to ${APP_ROLE}`);
  await source.query(`grant usage on schema ${JOBS_SCHEMA} to ${APP_ROLE}`);
  for (const kind of ['tables', 'sequences', 'functions']) {
    const rights = { tables: 'select, insert, update, delete', sequences: 'usage', functions: 'execute' }[kind];
    await source.query(`grant ${rights} on all ${kind} in schema ${JOBS_SCHEMA} to ${APP_ROLE}`);
  }
}

/** @throws AddressError where only one address is set, as before the application had a login of its own */
function addressesOf({ databaseUrl: appUrl, databaseOwnerUrl: ownerUrl, dbStatementSeconds }: Config): Addresses {
  if (ownerUrl) return { appUrl, ownerUrl, statementSeconds: dbStatementSeconds };
  throw new AddressError(ownerMissing(appUrl));
}

async function main(): Promise<void> {
  try {
    const ran = await migrate(addressesOf(Config.fromProcess()));
    console.log(ran.length > 0 ? `Migrated: ${ran.join(', ')}` : 'The database is up to date');
  } catch (error) {
    const plain = [ConfigError, AddressError, ForeignDatabaseError].some((kind) => error instanceof kind);
    console.error(plain ? (error as Error).message : error);
    process.exitCode = plain ? 2 : 1;
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await main();
