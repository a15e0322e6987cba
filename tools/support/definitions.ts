import type pg from 'pg';

/** What stands in the way of filling tables, as statements: first to drop, later to make again. */
interface Definition {
  table: string;
  drop: string;
  /** Foreign keys of a large table are first added unchecked, which takes no time, and then checked beside other work. */
  create: string[];
}

export interface Definitions {
  /** References from and to the tables. */
  references: Definition[];
  /** Keys and other constraints that are indexes, and plain indexes, by table. */
  indexes: Definition[];
}

const constraints = `
  select c.conrelid::regclass::text as "table", c.contype as type, quote_ident(c.conname) as name, pg_get_constraintdef(c.oid) as definition
  from pg_constraint c
  where c.connamespace = 'public'::regnamespace and c.contype in ('f', 'p', 'u', 'x')
    and (c.conrelid::regclass::text = any($1) or (c.contype = 'f' and c.confrelid::regclass::text = any($1)))
  order by c.oid`;

const plainIndexes = `
  select i.indrelid::regclass::text as "table", i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as definition
  from pg_index i
  where i.indrelid::regclass::text = any($1) and not exists (select from pg_constraint c where c.conindid = i.indexrelid and c.contype <> 'f')
  order by i.indexrelid`;

/** Reads from the catalog how references and indexes of the tables are defined, so that they can be made again exactly so. */
export async function definitionsOf(client: pg.Client, tables: readonly string[]): Promise<Definitions> {
  const found = await client.query<{ table: string; type: string; name: string; definition: string }>(constraints, [
    tables,
  ]);
  const indexes = await client.query<{ table: string; name: string; definition: string }>(plainIndexes, [tables]);
  const drop = ({ table, name }: { table: string; name: string }) => `alter table ${table} drop constraint ${name}`;
  const isReference = ({ type }: { type: string }) => type === 'f';
  return {
    references: found.rows.filter(isReference).map((row) => ({
      table: row.table,
      drop: drop(row),
      create: [
        `alter table ${row.table} add constraint ${row.name} ${row.definition} not valid`,
        `alter table ${row.table} validate constraint ${row.name}`,
      ],
    })),
    indexes: [
      ...found.rows
        .filter((row) => !isReference(row))
        .map((row) => ({
          table: row.table,
          drop: drop(row),
          create: [`alter table ${row.table} add constraint ${row.name} ${row.definition}`],
        })),
      ...indexes.rows.map(({ table, name, definition }) => ({
        table,
        drop: `drop index ${name}`,
        create: [definition],
      })),
    ],
  };
}

/** Does the work while a table has no indexes but its key, then makes them again, one on each connection at a time. */
export async function withoutIndexes(
  clients: readonly pg.Client[],
  table: string,
  work: () => Promise<void>,
): Promise<void> {
  const [client] = clients;
  if (!client) throw new RangeError('No connection to make indexes on');
  const { rows } = await client.query<{ name: string; definition: string }>(plainIndexes, [[table]]);
  for (const { name } of rows) await client.query(`drop index ${name}`);
  await work();
  await Promise.all(
    clients.map(async (one) => {
      for (let next = rows.pop(); next; next = rows.pop()) await one.query(next.definition);
    }),
  );
}
