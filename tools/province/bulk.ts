import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom, type CopyStreamQuery } from 'pg-copy-streams';
import { definitionsOf, type Definitions } from '../support/definitions.ts';
import { begun, tableNames, tables, type Table } from './tables.ts';

/** Indexes and checks at a time: one a core. */
const AT_ONCE = 2;

/**
 * Fills the large tables. Each has a connection and one transaction of its own: it is emptied, filled and indexed in it, so that (with
 * `wal_level=minimal`) a commit writes the table itself and not the log besides, and the rows need no freezing later. Triggers do not fire: what they
 * would have left is written by hand afterwards. References are checked at the end, all of them.
 */
export class Bulk {
  readonly #url: string;
  readonly #clients = new Map<Table, pg.Client>();
  readonly #streams = new Map<Table, CopyStreamQuery>();
  #definitions: Definitions = { references: [], indexes: [] };

  constructor(url: string) {
    this.#url = url;
  }

  async open(): Promise<void> {
    await this.#alone(async (client) => {
      this.#definitions = await definitionsOf(client, tableNames);
      for (const { drop } of this.#definitions.references) await client.query(drop);
      for (const { table, drop } of this.#definitions.indexes) if (!begun.has(table as Table)) await client.query(drop);
    });
    for (const table of tableNames) {
      const client = new pg.Client({ connectionString: this.#url });
      await client.connect();
      this.#clients.set(table, client);
      await client.query(
        `begin; set local session_replication_role = replica; set local maintenance_work_mem = '512MB'`,
      );
      if (!begun.has(table)) await client.query(`truncate ${table}`);
      const frozen = begun.has(table) ? '' : ' with (freeze)';
      this.#streams.set(table, client.query(copyFrom(`copy ${table} (${tables[table]}) from stdin${frozen}`)));
    }
  }

  async write(rows: Partial<Record<Table, Uint8Array>>): Promise<void> {
    await Promise.all(
      Object.entries(rows).map(async ([table, bytes]) => {
        const stream = this.#streams.get(table as Table);
        if (stream && !stream.write(bytes)) await once(stream, 'drain');
      }),
    );
  }

  /** Ends the rows, makes indexes again, and references, which `check` has still to check. Says what it is at. */
  async close(say: (line: string) => void): Promise<void> {
    const { indexes, references } = this.#definitions;
    await Promise.all(
      [...this.#streams.values()].map(async (stream) => {
        stream.end();
        await finished(stream);
      }),
    );
    say('rows written, indexes …');
    await inTurns([...this.#clients], async ([table, client]) => {
      const own = begun.has(table) ? [] : indexes.filter((index) => index.table === table);
      for (const { create } of own) for (const statement of create) await client.query(statement);
      await client.query(`analyze ${table}`);
      await client.query('commit');
      await client.end();
    });
    await this.#alone(async (client) => {
      for (const { create } of references) await client.query(create[0] ?? '');
    });
    say('indexes made');
  }

  /** Checks every reference, one after the other, beside what else is done. */
  async check(): Promise<void> {
    await this.#alone(async (client) => {
      await client.query(`set maintenance_work_mem = '512MB'`);
      for (const { create } of this.#definitions.references) await client.query(create[1] ?? '');
    });
  }

  async #alone(work: (client: pg.Client) => Promise<void>): Promise<void> {
    const client = new pg.Client({ connectionString: this.#url });
    await client.connect();
    try {
      await work(client);
    } finally {
      await client.end();
    }
  }
}

/** Some at a time, in order. */
async function inTurns<Item>(items: readonly Item[], work: (item: Item) => Promise<void>): Promise<void> {
  const left = [...items];
  const worker = async () => {
    for (let item = left.shift(); item !== undefined; item = left.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}
