import { existsSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { run } from './children.ts';
import { done } from './console.ts';
import { root } from './settings.ts';

const loader = path.join(root, 'tools/demo/main.ts');

/** Loads the demo school into a database that has no school yet. */
export async function loadDemo(environment: NodeJS.ProcessEnv): Promise<void> {
  const began = performance.now();
  if (!existsSync(loader) || (await hasSchool(environment.DATABASE_URL ?? ''))) return;
  await run([loader], environment);
  done('Demo data loaded', began);
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
