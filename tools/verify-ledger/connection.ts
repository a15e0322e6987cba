import type pg from 'pg';
import type { Sql } from '../../apps/api/src/database/sql.ts';

/** Begins one state of everything, for as long as it takes: the application's login has limits of time. */
export const READING = `begin transaction isolation level repeatable read, read only;
  set local statement_timeout = 0; set local idle_in_transaction_session_timeout = 0`;

/** Statements over one connection. */
export function sqlOf(client: pg.Client): Sql {
  const run = (sql: string, params: readonly unknown[] = []) => client.query(sql, [...params]);
  return {
    query: async <Row>(sql: string, params?: readonly unknown[]) => (await run(sql, params)).rows as Row[],
    one: async <Row>(sql: string, params?: readonly unknown[]) => ((await run(sql, params)).rows[0] as Row) ?? null,
    execute: async (sql, params) => (await run(sql, params)).rowCount ?? 0,
  };
}
