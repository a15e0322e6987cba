import type pg from 'pg';
import type { Sql } from '../../apps/api/src/database/sql.ts';

/** Statements over one connection. */
export function sqlOf(client: pg.Client): Sql {
  const run = (sql: string, params: readonly unknown[] = []) => client.query(sql, [...params]);
  return {
    query: async <Row>(sql: string, params?: readonly unknown[]) => (await run(sql, params)).rows as Row[],
    one: async <Row>(sql: string, params?: readonly unknown[]) => ((await run(sql, params)).rows[0] as Row) ?? null,
    execute: async (sql, params) => (await run(sql, params)).rowCount ?? 0,
  };
}
