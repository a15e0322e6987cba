import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { startEmbedded } from '../embedded/postgres.ts';
import { buildStale } from '../start/build.ts';
import { run } from '../start/children.ts';
import { StartProblem } from '../start/console.ts';
import { runningStart } from '../start/running.ts';
import { root } from '../start/settings.ts';
import { EDITION, readNote } from './note.ts';

export interface Preparing {
  dataDir: string;
  people: number;
  say(line: string): void;
}

/**
 * How the server runs while a province is written. Commits still wait for the disk; what is written into an empty table goes to the table's
 * file once, and not to the log as well. `npm start` uses none of this.
 */
const LOADING = {
  wal_level: 'minimal',
  max_wal_senders: '0',
  max_wal_size: '16GB',
  checkpoint_timeout: '1h',
  shared_buffers: '1GB',
  work_mem: '64MB',
  maintenance_work_mem: '512MB',
  max_parallel_maintenance_workers: '0',
  autovacuum: 'off',
  jit: 'off',
};

/** Makes the province in its own data folder, unless it is there already; one that was cut off begins anew. Never touches anything else. */
export async function prepareProvince({ dataDir, people, say }: Preparing): Promise<void> {
  const note = readNote(dataDir);
  if (note && note.people === people && note.edition === EDITION) return;
  const marker = path.join(dataDir, 'province-loading');
  const empty = !existsSync(dataDir) || readdirSync(dataDir).length === 0;
  if (!note && !existsSync(marker) && !empty)
    throw new StartProblem(
      `${dataDir} holds something else. Name an empty folder: DATA_DIR=FOLDER npm run demo:province`,
    );
  if (runningStart(dataDir)) throw new StartProblem(`A school runs in ${dataDir}. Stop it first.`);
  if (!empty) say('! A province that was cut off, or of an earlier edition, is made anew.');
  rmSync(dataDir, { recursive: true, force: true });
  mkdirSync(dataDir, { recursive: true });
  writeFileSync(marker, '');
  await buildStale(['api']);
  const server = await startEmbedded({ dataDir: path.join(dataDir, 'postgres'), settings: LOADING });
  try {
    const environment = {
      ...process.env,
      DATA_DIR: dataDir,
      DATABASE_URL: server.appUrl,
      DATABASE_OWNER_URL: server.ownerUrl,
      DEMO: '1',
      DB_POOL: '6',
      DB_STATEMENT_SECONDS: '3600',
    };
    await run([path.join(root, 'apps/api/dist/database/migrate.js')], environment);
    await load(people, environment, say);
  } finally {
    await server.stop();
  }
  rmSync(marker);
}

async function load(people: number, environment: NodeJS.ProcessEnv, say: (line: string) => void): Promise<void> {
  const args = ['--disable-warning=ExperimentalWarning', path.join(import.meta.dirname, 'load.ts'), String(people)];
  const child = spawn(process.execPath, args, { cwd: root, env: environment, stdio: ['ignore', 'pipe', 'inherit'] });
  const end = () => child.kill('SIGTERM');
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, end);
  child.stdout.on('data', (chunk: Buffer) => say(chunk.toString().trimEnd()));
  const code = await new Promise((resolve) => child.on('close', resolve));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.off(signal, end);
  if (code !== 0)
    throw new StartProblem('The province was not finished; its messages are above. Again: npm run demo:province');
}
