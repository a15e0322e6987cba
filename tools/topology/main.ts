/**
 * `npm run test:topology`: the processes of docker/compose.yaml by hand (nginx, two API processes, one job process, one PostgreSQL, one
 * data folder) and the main journey through them, so that nothing depends on there being one process.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freePort, startEmbedded } from '../embedded/postgres.ts';
import { buildStale } from '../start/build.ts';
import { run, spawnApi, waitUntilReady } from '../start/children.ts';
import { done, StartProblem } from '../start/console.ts';
import { loadDemo } from '../start/demo.ts';
import type { Running } from '../start/keep.ts';
import { root } from '../start/settings.ts';
import { startNginx } from './nginx.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'dangxiao-topology-'));
const running: Pick<Running, 'stop'>[] = [];

async function startAll(): Promise<string> {
  const began = performance.now();
  await buildStale();
  const database = await startEmbedded({ dataDir: path.join(folder, 'postgres') });
  running.push(database);
  const [port, first, second] = [await freePort(), await freePort(), await freePort()];
  const address = `http://localhost:${port}`;
  const environment: NodeJS.ProcessEnv = {
    ...process.env,
    NODE_ENV: 'test',
    HOST: '127.0.0.1',
    DATABASE_URL: database.appUrl,
    DATABASE_OWNER_URL: database.ownerUrl,
    DATA_DIR: folder,
    PUBLIC_URL: address,
    TRUSTED_PROXIES: '127.0.0.1',
    DEMO: '1',
  };
  await run([path.join(root, 'apps/api/dist/database/migrate.js')], environment);
  await loadDemo({ ...environment, ROLE: 'http' });
  const start = (name: string, role: string, apiPort: number) => {
    const api = spawnApi({
      main: path.join(root, 'apps/api/dist/main.js'),
      environment: { ...environment, ROLE: role, PORT: String(apiPort) },
      logFile: path.join(folder, 'logs', `${name}.log`),
    });
    running.push(api);
    return api;
  };
  await waitUntilReady(`http://127.0.0.1:${first}/api/health/ready`, start('api-1', 'http', first));
  await waitUntilReady(`http://127.0.0.1:${second}/api/health/ready`, start('api-2', 'http', second));
  start('jobs', 'jobs', 0);
  running.push(await startNginx({ port, apiPorts: [first, second], folder: path.join(folder, 'nginx') }));
  done(`nginx, two API processes, one job process and PostgreSQL at ${address}`, began);
  return address;
}

/** @returns the exit code of the journeys */
async function journeys(address: string): Promise<number> {
  const given = process.argv.slice(2);
  const which = given.length > 0 ? given : ['main-path'];
  const cli = path.join(root, 'node_modules/@playwright/test/cli.js');
  const child = spawn(
    process.execPath,
    [cli, 'test', '-c', path.join(root, 'test/journeys/playwright.config.ts'), ...which],
    {
      cwd: root,
      env: { ...process.env, BASE_URL: address },
      stdio: 'inherit',
    },
  );
  return new Promise((resolve) => child.on('close', (code) => resolve(code ?? 1)));
}

async function stopAll(): Promise<void> {
  for (const one of running.reverse()) await one.stop();
  rmSync(folder, { recursive: true, force: true });
}

try {
  process.exitCode = await journeys(await startAll());
} catch (error) {
  console.error(`✖ ${error instanceof StartProblem ? error.message : String((error as Error).stack)}`);
  process.exitCode = 1;
} finally {
  await stopAll();
}
