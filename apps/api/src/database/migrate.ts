import { pathToFileURL } from 'node:url';
import pg from 'pg';
import { PgBoss } from 'pg-boss';
import { DataSource } from 'typeorm';
import { Config, ConfigError } from '../config/config.ts';
import { JOBS_SCHEMA } from '../jobs/boss.ts';
import { APP_ROLE, ownerDataSource } from './data-source.ts';
import { lockConnection, locks } from './locks.ts';
import { isFormerDatabase, unknownMigrations } from './migration-state.ts';

/** A database that this version of the program must not touch: a newer one made it, or one before the first release. */
export class ForeignDatabaseError extends Error {}

/**
 * Brings the database up to this version: tables, then the job queue's own. Several processes may call it at once; one works, the others wait.
 * Runs as the login user of `url`, who owns everything; the application's role only gets rights.
 * @returns names of the migrations that ran
 */
export async function migrate(url: string): Promise<string[]> {
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

async function main(): Promise<void> {
  try {
    const ran = await migrate(Config.fromProcess().databaseUrl);
    console.log(ran.length > 0 ? `Migrated: ${ran.join(', ')}` : 'The database is up to date');
  } catch (error) {
    const plain = error instanceof ConfigError || error instanceof ForeignDatabaseError;
    console.error(plain ? error.message : error);
    process.exitCode = plain ? 2 : 1;
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await main();
