import pg from 'pg';
import type { Query } from '../support/study.ts';

/** A connection of the login user for as long as `work` takes. */
export async function withDatabase<Result>(url: string, work: (query: Query) => Promise<Result>): Promise<Result> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(async (sql, params) => (await client.query(sql, params)).rows as Record<string, unknown>[]);
  } finally {
    await client.end();
  }
}
