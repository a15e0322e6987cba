import path from 'node:path';
import { startEmbedded } from '../embedded/postgres.ts';
import { buildStale } from './build.ts';
import { run } from './children.ts';
import { runningStart } from './running.ts';
import { readSettings, root } from './settings.ts';

/**
 * Does something with the school of this environment, whether it runs or not: its database is found (or started for as long as this
 * takes) and brought up to date.
 * @param work gets the environment that the API's programs need
 */
export async function withSchool<Result>(work: (environment: NodeJS.ProcessEnv) => Promise<Result>): Promise<Result> {
  const settings = readSettings(process.env, []);
  const running = settings.addresses ? undefined : runningStart(settings.dataDir);
  const known = settings.addresses ?? running;
  const server = known ? undefined : await startEmbedded({ dataDir: path.join(settings.dataDir, 'postgres') });
  const environment = {
    ...process.env,
    DATABASE_URL: known?.appUrl ?? server?.appUrl,
    DATABASE_OWNER_URL: known?.ownerUrl ?? server?.ownerUrl,
    DATA_DIR: settings.dataDir,
    ROLE: 'http',
    LOG_LEVEL: 'error',
  };
  try {
    if (!running) {
      await buildStale(['api']);
      await run([path.join(root, 'apps/api/dist/database/migrate.js')], environment);
    }
    return await work(environment);
  } finally {
    await server?.stop();
  }
}
