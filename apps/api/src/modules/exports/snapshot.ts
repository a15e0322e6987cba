import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import { POOL } from '../../database/pg.ts';
import type { Sql } from '../../database/sql.ts';

const STATEMENT_TIMEOUT_MS = 600_000;
const BATCH = 1_000;

export interface Snapshot {
  sql: Sql;
  /** The rows of a statement in batches, each row an array of its values; only one batch is in memory. */
  batches(sql: string, params: readonly unknown[]): AsyncGenerator<(string | null)[][]>;
}

/** Reads as of one instant: all that is read inside is of one state of the database, however long it takes. */
@Injectable()
export class Snapshots {
  constructor(@Inject(POOL) private readonly pool: pg.Pool) {}

  async run<Result>(work: (snapshot: Snapshot) => Promise<Result>): Promise<Result> {
    const client = await this.pool.connect();
    let broken: Error | undefined;
    try {
      await client.query('begin isolation level repeatable read read only');
      await client.query(`set local statement_timeout = ${STATEMENT_TIMEOUT_MS}`);
      await client.query(`set local idle_in_transaction_session_timeout = ${STATEMENT_TIMEOUT_MS}`);
      const result = await work(snapshotOf(client));
      await client.query('rollback');
      return result;
    } catch (error) {
      await client.query('rollback').catch((failure: Error) => (broken = failure));
      throw error;
    } finally {
      client.release(broken);
    }
  }
}

function snapshotOf(client: pg.PoolClient): Snapshot {
  const query = async (text: string, params: readonly unknown[] = []) => client.query(text, [...params]);
  const sql: Sql = {
    query: async <Row>(text: string, params?: readonly unknown[]) => (await query(text, params)).rows as Row[],
    one: async <Row>(text: string, params?: readonly unknown[]) =>
      ((await query(text, params)).rows[0] as Row | undefined) ?? null,
    execute: async (text, params) => (await query(text, params)).rowCount ?? 0,
  };
  async function* batches(text: string, params: readonly unknown[]) {
    await query(`declare rows no scroll cursor for ${text}`, params);
    for (;;) {
      const { rows } = await client.query<(string | null)[]>({ text: `fetch ${BATCH} from rows`, rowMode: 'array' });
      if (rows.length > 0) yield rows;
      if (rows.length < BATCH) return;
    }
  }
  return { sql, batches };
}
