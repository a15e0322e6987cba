import { createHash } from 'node:crypto';
import type { MigrationInterface, QueryRunner } from 'typeorm';

interface Migration {
  name: string;
  new (): MigrationInterface;
}

/** What is left when comments and line breaks go: these may change after a release. */
const essence = (sql: string) => sql.replace(/--.*$/gm, '').replace(/\s+/g, ' ').trim();

/** The hash (SHA-256, hex) of the SQL that each migration runs upwards, by the migration's name, in the order given. */
export async function fingerprints(migrations: readonly Migration[]): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const migration of migrations) {
    const hash = createHash('sha256');
    const query = (sql: string) => Promise.resolve(void hash.update(`${essence(sql)}\n`));
    await new migration().up({ query } as unknown as QueryRunner);
    found[migration.name] = hash.digest('hex');
  }
  return found;
}

/**
 * Migrations of a released version that are no longer what they were: gone, changed, or no longer at the same place in the list.
 * @param released fingerprints as the releases recorded them, in their order
 * @param present fingerprints of today, in the order of the list
 */
export function brokenPromises(released: Record<string, string>, present: Record<string, string>): string[] {
  const order = Object.keys(present);
  return Object.keys(released).filter((name, place) => present[name] !== released[name] || order[place] !== name);
}
