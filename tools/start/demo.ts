import { existsSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { run } from './children.ts';
import { done } from './console.ts';
import { root } from './settings.ts';

/** Stands in the data folder while the demo school is loaded. */
export const DEMO_LOADING = 'demo-loading';

const loader = path.join(root, 'tools/demo/main.ts');

/** Loads the demo school into a database that has no school yet; a load that was cut off (its marker is still there) begins anew. */
export async function loadDemo(environment: NodeJS.ProcessEnv): Promise<void> {
  const began = performance.now();
  const url = environment.DATABASE_OWNER_URL ?? '';
  const marker = path.join(environment.DATA_DIR ?? '', DEMO_LOADING);
  const cutOff = existsSync(marker);
  if (!cutOff && (await hasSchool(url))) return;
  if (cutOff) {
    await empty(url);
    await run([path.join(root, 'apps/api/dist/database/migrate.js')], environment);
  }
  writeFileSync(marker, '');
  await run([loader], environment);
  rmSync(marker);
  done('Demo data loaded', began);
}

/** Only ever a half-loaded demo school. */
async function empty(connectionString: string): Promise<void> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    await client.query('drop schema if exists pgboss cascade; drop schema public cascade; create schema public');
  } finally {
    await client.end();
  }
}

async function hasSchool(connectionString: string): Promise<boolean> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    return (await client.query('select from school')).rowCount !== 0;
  } finally {
    await client.end();
  }
}
