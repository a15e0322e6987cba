import { createReadStream, createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import { isFormer } from '../../apps/api/src/database/migration-state.ts';
import { StartProblem } from '../start/console.ts';
import { definitionsOf } from '../support/definitions.ts';
import type { Archive } from './archive.ts';

/** A table as it is copied; names are quoted where they need it. */
interface CopiedTable {
  name: string;
  columns: string;
}

/** What made the tables: rows only go back into the same. */
interface Versions {
  migrations: string[];
  jobQueue: number;
}

export interface TableList extends Versions {
  tables: CopiedTable[];
}

export const TABLE_LIST = 'tables.json';
const fileOf = ({ name }: CopiedTable) => `tables/${name}.copy`;

/** Every table of the product, and of the job queue what it must not forget; each partitioned table is one. */
const LIST = `
  select c.oid::regclass::text as name, string_agg(quote_ident(a.attname), ', ' order by a.attnum) as columns
  from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
  where c.relkind in ('r', 'p') and not c.relispartition and (
    (c.relnamespace = 'public'::regnamespace and c.relname <> 'migrations')
    or c.oid = any(array['pgboss.queue', 'pgboss.schedule', 'pgboss.job', 'pgboss.job_dependency']::regclass[]))
  group by c.oid order by c.relnamespace = 'public'::regnamespace, c.relname <> 'queue', c.relname`;

/**
 * Copies the rows of every table in one snapshot, while the school is in use: every transaction that was acknowledged before `createdAt` is
 * in the copy. Needs no program of PostgreSQL's, so that its version does not matter.
 */
export async function copyTables(archive: Archive, url: string): Promise<{ postgres: number; createdAt: string }> {
  const client = new pg.Client({ connectionString: url });
  const folder = mkdtempSync(path.join(tmpdir(), 'dangxiao-tables-'));
  await client.connect();
  try {
    const createdAt = new Date().toISOString();
    await client.query('begin transaction isolation level repeatable read, read only');
    const list: TableList = { ...(await versions(client)), tables: (await client.query<CopiedTable>(LIST)).rows };
    await archive.addText(TABLE_LIST, JSON.stringify(list, null, 1));
    for (const table of list.tables) {
      // An archive's entry begins with its size.
      const file = path.join(folder, 'table.copy');
      const rows = client.query(copyTo(`copy (select ${table.columns} from ${table.name}) to stdout`));
      await pipeline(rows, createWriteStream(file, { mode: 0o600 }));
      await archive.addFile(fileOf(table), file);
    }
    const server = await client.query<{ version: string }>(`select current_setting('server_version_num') as version`);
    return { postgres: Math.floor(Number(server.rows[0]?.version) / 10_000), createdAt };
  } finally {
    await client.end();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function versions(client: pg.Client): Promise<Versions> {
  const found = await client.query<Versions>(
    `select array(select name::text from public.migrations order by id) as migrations,
       (select version from pgboss.version) as "jobQueue"`,
  );
  const [row] = found.rows;
  if (!row) throw new StartProblem('The database is not one of this product.');
  return row;
}

/**
 * Fills a freshly migrated database with the rows of a backup, in one transaction. What stands in the way is taken away and made again
 * by the tables' owner: the append-only guards and the other triggers do not fire, references are checked once all rows are there.
 * @param folder where the backup was unpacked
 */
export async function fillTables(folder: string, list: TableList, url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await assertSameVersion(client, list);
    await client.query('begin');
    const names = list.tables.map(({ name }) => name);
    const { references } = await definitionsOf(client, names);
    for (const { drop } of references) await client.query(drop);
    const triggers = await triggersOf(client, names);
    for (const { disable } of triggers) await client.query(disable);
    await client.query(`truncate ${names.join(', ')} cascade`);
    for (const table of list.tables) {
      const rows = createReadStream(path.join(folder, fileOf(table)));
      await pipeline(rows, client.query(copyFrom(`copy ${table.name} (${table.columns}) from stdin`)));
    }
    await client.query('set constraints all immediate');
    for (const { create } of references) for (const statement of create) await client.query(statement);
    for (const { enable } of triggers) await client.query(enable);
    await client.query('commit');
    await client.query('analyze');
  } finally {
    await client.end();
  }
}

async function assertSameVersion(client: pg.Client, { migrations, jobQueue }: Versions): Promise<void> {
  const own = await versions(client);
  if (migrations.some(isFormer)) {
    throw new StartProblem('This backup was made before the first release: only the version that made it restores it.');
  }
  const unknown = migrations.find((name) => !own.migrations.includes(name));
  const newer = own.migrations.find((name) => !migrations.includes(name));
  if (!unknown && !newer && own.jobQueue === jobQueue) return;
  const [which, with_] = unknown ? ['a newer', `at least ${unknown}`] : ['an older', `without ${newer ?? 'its queue'}`];
  throw new StartProblem(
    `This backup was made by ${which} version of the program (${with_}): restore it with that version, then update.`,
  );
}

interface Trigger {
  disable: string;
  enable: string;
}

async function triggersOf(client: pg.Client, tables: readonly string[]): Promise<Trigger[]> {
  const found = await client.query<Trigger>(
    `select format('alter table %s disable trigger %I', t.tgrelid::regclass, t.tgname) as disable,
       format('alter table %s enable %s trigger %I', t.tgrelid::regclass,
         case t.tgenabled when 'A' then 'always' when 'R' then 'replica' else '' end, t.tgname) as enable
     from pg_trigger t where not t.tgisinternal and t.tgenabled <> 'D' and t.tgrelid = any($1::regclass[])`,
    [tables],
  );
  return found.rows;
}
