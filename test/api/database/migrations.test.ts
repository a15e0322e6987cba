import { DataSource } from 'typeorm';
import { ownerDataSource } from '../../../apps/api/src/database/data-source.ts';
import { ForeignDatabaseError, migrate } from '../../../apps/api/src/database/migrate.ts';
import { migrations } from '../../../apps/api/src/database/migrations/index.ts';
import { emptyDatabase, ownerQuery } from '../../support/test-database.ts';

const names = migrations.map((migration) => migration.name);

const leftovers = `
  select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where n.nspname = 'public' and c.relkind in ('r', 'v', 'm') and c.relname <> 'migrations'
  union all select p.proname from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname = 'public'
  union all select t.typname from pg_type t join pg_namespace n on n.oid = t.typnamespace
    where n.nspname = 'public' and t.typtype in ('e', 'd') `;

const tablesSql = `
  select tablename::text collate "C" as name from pg_tables where schemaname = 'public' and tablename <> 'migrations' order by 1`;

describe('migrations', () => {
  let database: Awaited<ReturnType<typeof emptyDatabase>>;
  beforeAll(async () => {
    database = await emptyDatabase();
  });
  afterAll(() => database.drop());

  it('go up, match the entities, go down to nothing, and up again', async () => {
    expect(await migrate(database)).toEqual(names);
    const source = await new DataSource(ownerDataSource(database.ownerUrl)).initialize();
    try {
      const difference = await source.driver.createSchemaBuilder().log();
      expect(difference.upQueries.map((query) => query.query)).toEqual([]);
      const tables = (await source.query<{ name: string }[]>(tablesSql)).map(({ name }) => name);
      expect(source.entityMetadatas.map(({ tableName }) => tableName).sort()).toEqual(tables);
      for (const _ of names) await source.undoLastMigration();
      expect(await source.query(leftovers)).toEqual([]);
    } finally {
      await source.destroy();
    }
    expect(await migrate(database)).toEqual(names);
    expect(await migrate(database)).toEqual([]);
  });

  it('wait for each other when several processes start at once', async () => {
    const fresh = await emptyDatabase();
    try {
      const ran = await Promise.all([1, 2, 3].map(() => migrate(fresh)));
      expect(ran.flat()).toEqual(names);
    } finally {
      await fresh.drop();
    }
  });

  it('refuse a database from a newer version with one line', async () => {
    await ownerQuery(
      database.ownerUrl,
      `insert into migrations (timestamp, name) values (9999999999999, 'FromTheFuture9999999999999')`,
    );
    const error: unknown = await migrate(database).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(ForeignDatabaseError);
    expect(String(error)).toMatch(/newer version \(FromTheFuture9999999999999\)[^\n]*$/);
  });

  it('refuse a database from before the first release with one line, and leave it as it is', async () => {
    const former = await emptyDatabase();
    try {
      await ownerQuery(
        former.ownerUrl,
        `create table migrations (id serial primary key, timestamp bigint not null, name varchar not null);
         insert into migrations (timestamp, name) values (1763800000000, 'Foundation1763800000000');
         create table school (name text); insert into school values ('老校')`,
      );
      const error: unknown = await migrate(former).catch((thrown: unknown) => thrown);
      expect(error).toBeInstanceOf(ForeignDatabaseError);
      expect(String(error)).toMatch(/before the first release[^\n]*it was left as it is[^\n]*DATA_DIR[^\n]*$/);
      const tables = await ownerQuery(
        former.ownerUrl,
        `select tablename from pg_tables where schemaname !~ '^pg_|^info' order by 1`,
      );
      expect(tables.map(({ tablename }) => tablename)).toEqual(['migrations', 'school']);
      expect(await ownerQuery(former.ownerUrl, 'select name from migrations')).toEqual([
        { name: 'Foundation1763800000000' },
      ]);
      expect(await ownerQuery(former.ownerUrl, 'select name from school')).toEqual([{ name: '老校' }]);
    } finally {
      await former.drop();
    }
  });

  it('leave every table to the owner, and the application without the right to change the schema', async () => {
    const owned = await ownerQuery(
      database.ownerUrl,
      `select tablename from pg_tables where tableowner = 'dangxiao_app'`,
    );
    expect(owned).toEqual([]);
    const asApp = `set role dangxiao_app; create table public.mine (id int)`;
    await expect(ownerQuery(database.ownerUrl, asApp)).rejects.toThrow(/permission denied/);
  });
});
