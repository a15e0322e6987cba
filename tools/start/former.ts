import { existsSync, mkdirSync, renameSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { isFormerDatabase } from '../../apps/api/src/database/migration-state.ts';
import { DEMO_LOADING } from './demo.ts';

/** What the demo school consists of. Logs, and a province with its own folder, stay. */
const parts = ['postgres', 'media', 'secret', 'work', DEMO_LOADING];

/**
 * Does the embedded database hold a demo school, whole or half-loaded, that was made before the first release? Its data may be set aside; any
 * other former database is refused by the migration. A province says in province.json what it is; `npm run demo:province` makes it anew.
 */
export async function holdsFormerDemo(dataDir: string, connectionString: string): Promise<boolean> {
  if (existsSync(path.join(dataDir, 'province.json'))) return false;
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    if (!(await isFormerDatabase((sql) => client.query(sql)))) return false;
    if (existsSync(path.join(dataDir, DEMO_LOADING))) return true;
    const table = await client.query<{ exists: boolean }>(`select to_regclass('school') is not null as exists`);
    if (!table.rows[0]?.exists) return false;
    const schools = await client.query<{ demo: boolean }>('select demo from school');
    return schools.rows.length > 0 && schools.rows.every(({ demo }) => demo);
  } finally {
    await client.end();
  }
}

/**
 * Moves the demo school into a folder of its own inside the data folder; its database must not run.
 * @returns that folder, a whole data folder for the version that made it
 */
export function setAside(dataDir: string, now: Date): string {
  const name = `set-aside-${now.toISOString().slice(0, 10)}`;
  let folder = path.join(dataDir, name);
  for (let number = 2; existsSync(folder); number += 1) folder = path.join(dataDir, `${name}-${number}`);
  mkdirSync(folder);
  for (const part of parts.filter((one) => existsSync(path.join(dataDir, one)))) {
    renameSync(path.join(dataDir, part), path.join(folder, part));
  }
  return folder;
}
