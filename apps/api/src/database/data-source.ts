import pg from 'pg';
import type { DataSourceOptions } from 'typeorm';
import { entities } from './entities.ts';
import { migrations } from './migrations/index.ts';
import { types } from './types.ts';

/** Owns no table: it can neither change the schema nor disarm the triggers of the append-only tables. */
export const APP_ROLE = 'dangxiao_app';

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

/** The pool of a running process. */
export function appDataSource(url: string, poolSize: number, statementSeconds: number): DataSourceOptions {
  const options = `-c role=${APP_ROLE} -c statement_timeout=${statementSeconds}s -c idle_in_transaction_session_timeout=60000`;
  const extra = { options, types, connectionTimeoutMillis: WAIT_FOR_CONNECTION_MS, keepAlive: true };
  return { ...common(url), applicationName: 'dangxiao', poolSize, extra };
}

/** For migrations: as the login user, who owns the tables. */
export function ownerDataSource(url: string): DataSourceOptions {
  return { ...common(url), applicationName: 'dangxiao migrate', poolSize: 2, migrationsTransactionMode: 'each' };
}
