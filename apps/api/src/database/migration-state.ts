import { BaseFoundation1770000000000 } from './schema/index.ts';
import { migrations } from './migrations/index.ts';

type Query = (sql: string) => Promise<{ rows: unknown[] }>;

const known = migrations.map((migration) => migration.name);
const timeOf = (name: string) => Number(name.slice(-13));
/** Names before this one are of the time before the first release, whose lists of migrations nothing upgrades. */
const begin = timeOf(BaseFoundation1770000000000.name);

async function applied(query: Query): Promise<string[]> {
  const { rows: found } = await query(`select to_regclass('migrations') is not null as exists`);
  if (!(found[0] as { exists: boolean }).exists) return [];
  const { rows } = await query('select name from migrations order by id');
  return (rows as { name: string }[]).map((row) => row.name);
}

/** Is the name of a migration of the time before the first release? */
export const isFormer = (name: string) => timeOf(name) < begin;

/** Was the database made before the first release? This program cannot bring it up to date. */
export async function isFormerDatabase(query: Query): Promise<boolean> {
  return (await applied(query)).some(isFormer);
}

/** Migrations in the database that this program has never heard of: it is older than the database. */
export async function unknownMigrations(query: Query): Promise<string[]> {
  return (await applied(query)).filter((name) => !known.includes(name));
}

/** Migrations that the program has and the database lacks. */
export async function missingMigrations(query: Query): Promise<string[]> {
  const names = await applied(query);
  return known.filter((name) => !names.includes(name));
}
