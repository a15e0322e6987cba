import pg from 'pg';
import type { DataSourceOptions } from 'typeorm';
import type { Config } from '../config/config.ts';
import type { ConnectionGuard } from './connection-guard.ts';
import { entities } from './entities.ts';
import { migrations } from './migrations/index.ts';
import { types } from './types.ts';

const WAIT_FOR_CONNECTION_MS = 5_000;

const common = (url: string) => ({
  type: 'postgres' as const,
  driver: pg,
  url,
  entities,
  migrations,
  migrationsRun: false,
  synchronize: false,
  installExtensions: false,
  logging: false as const,
});

/** The pool of a running process. Its connections say nothing at their start that a pooler may drop: what they need is set on the role. */
export function appDataSource(config: Config, guard: ConnectionGuard): DataSourceOptions {
  const extra = { ...guard.poolOptions(), types, connectionTimeoutMillis: WAIT_FOR_CONNECTION_MS, keepAlive: true };
  return { ...common(config.databaseUrl), applicationName: 'dangxiao', poolSize: config.dbPool, extra };
}

/** For migrations: as the owner of the tables. */
export function ownerDataSource(url: string): DataSourceOptions {
  return { ...common(url), applicationName: 'dangxiao migrate', poolSize: 2, migrationsTransactionMode: 'each' };
}
