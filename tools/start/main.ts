/** The start: checks, build, database, demo data, API; then watches over them until Ctrl-C. */
import path from 'node:path';
import type { Addresses } from '../../apps/api/src/database/addresses.ts';
import { startEmbedded } from '../embedded/postgres.ts';
import { buildStale } from './build.ts';
import { checkDataFolder, checkPort, ensureFfmpeg } from './checks.ts';
import { endShortLived, run, spawnApi, waitUntilReady, type Api } from './children.ts';
import { done, StartProblem, warn } from './console.ts';
import { loadDemo } from './demo.ts';
import { holdsFormerDemo, setAside } from './former.ts';
import { keep, type Kept } from './keep.ts';
import { removeNote, runningStart, writeNote } from './running.ts';
import { readSettings, root, type Settings } from './settings.ts';
import { welcome } from './welcome.ts';

/** What runs, in the order it was started; stopped in the opposite one. */
const kept: Promise<Kept>[] = [];
let stopping = false;
let dataDir: string | undefined;

async function start(settings: Settings): Promise<void> {
  const began = performance.now();
  const running = runningStart(settings.dataDir);
  if (running) {
    throw new StartProblem(
      `Already running on http://localhost:${running.port}/ (process ${running.pid}). Stop it with Ctrl-C in its terminal or: kill ${running.pid}`,
    );
  }
  await checkPort(settings.port);
  checkDataFolder(settings.dataDir);
  done(
    `Node ${process.versions.node}, port ${settings.port}, data in ${path.relative(root, settings.dataDir) || '.'}`,
    performance.now(),
  );

  const database = settings.addresses ? Promise.resolve(settings.addresses) : startDatabase(settings);
  const [started, , ffmpegWarning] = await Promise.all([
    database,
    build(settings),
    ensureFfmpeg(settings.environment, settings.dataDir),
  ]);
  if (ffmpegWarning) warn(ffmpegWarning);
  const former = settings.demo && !settings.addresses && (await holdsFormerDemo(settings.dataDir, started.ownerUrl));
  const addresses = former ? await beginAnew(settings) : started;

  const environment: NodeJS.ProcessEnv = {
    ...settings.environment,
    ROLE: settings.environment.ROLE ?? 'all',
    PORT: String(settings.port),
    DATA_DIR: settings.dataDir,
    DATABASE_URL: addresses.appUrl,
    DATABASE_OWNER_URL: addresses.ownerUrl,
    DEMO: settings.demo ? '1' : '0',
  };
  await migrate(environment);
  if (settings.demo) await loadDemo(environment);
  // What serves never knows the owner.
  const { DATABASE_OWNER_URL: _owner, ...served } = environment;
  await startApi(settings, served);
  writeNote(settings.dataDir, { pid: process.pid, port: settings.port, ...addresses });
  // Vite is loaded only where it is needed.
  const web = settings.watch ? await (await import('./dev.ts')).startWebServers(settings.port) : undefined;
  if (web) kept.push(Promise.resolve(web));
  done('Ready', began);
  await welcome(settings, web?.addresses);
}

async function build(settings: Settings): Promise<void> {
  const began = performance.now();
  const built = await buildStale(settings.watch ? ['api'] : undefined);
  done(built.length > 0 ? `Built ${built.join(', ')}` : 'Nothing to build', began);
}

/** Starts the embedded PostgreSQL and keeps it running on the same port. */
async function startDatabase(settings: Settings): Promise<Addresses> {
  const began = performance.now();
  let port: number | undefined;
  let addresses: Addresses = { appUrl: '', ownerUrl: '' };
  const keeping = keep('PostgreSQL', async () => {
    const server = await startEmbedded({ dataDir: path.join(settings.dataDir, 'postgres'), port, detached: true });
    port = server.port;
    addresses = { appUrl: server.appUrl, ownerUrl: server.ownerUrl };
    return server;
  });
  kept.push(keeping);
  await keeping;
  done('PostgreSQL', began);
  return addresses;
}

/** Sets the demo school aside, and starts an empty database in the place of its own. */
async function beginAnew(settings: Settings): Promise<Addresses> {
  await (await kept.pop())?.stop();
  const folder = setAside(settings.dataDir, new Date());
  const place = path.relative(root, folder);
  warn(`The demo school here was made before the first release: it lies in ${place} now, and a new one is made.`);
  return startDatabase(settings);
}

async function migrate(environment: NodeJS.ProcessEnv): Promise<void> {
  const began = performance.now();
  await run([path.join(root, 'apps/api/dist/database/migrate.js')], environment);
  done('Database up to date', began);
}

async function startApi(settings: Settings, environment: NodeJS.ProcessEnv): Promise<void> {
  const began = performance.now();
  const options = {
    main: path.join(root, 'apps/api/dist/main.js'),
    environment,
    logFile: path.join(settings.dataDir, 'logs', 'api.log'),
    nodeOptions: settings.watch ? ['--watch', '--watch-preserve-output'] : [],
  };
  const first = spawnApi(options);
  let next: Api | undefined = first;
  kept.push(
    keep('The API', () => {
      const api = next ?? spawnApi(options);
      next = undefined;
      return Promise.resolve(api);
    }),
  );
  await waitUntilReady(`http://127.0.0.1:${settings.port}/api/health/ready`, first);
  done('API', began);
}

/** Stops everything in order, the latest started first, and ends the program. */
async function stop(code: number): Promise<void> {
  if (stopping) return;
  stopping = true;
  endShortLived();
  for (const one of kept.reverse()) await one.then((started) => started.stop()).catch(() => undefined);
  if (dataDir) removeNote(dataDir);
  process.exit(code);
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop(0));
process.once('disconnect', () => void stop(0));
process.channel?.unref();

try {
  const settings = readSettings(process.env, process.argv.slice(2));
  dataDir = settings.dataDir;
  await start(settings);
} catch (error) {
  if (!stopping) console.error(`\n✖ ${error instanceof StartProblem ? error.message : (error as Error).message}`);
  await stop(1);
}
