import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Addresses } from '../../apps/api/src/database/addresses.ts';
import { freePort, startEmbedded, type Embedded } from '../../tools/embedded/postgres.ts';
import { buildStale } from '../../tools/start/build.ts';
import { run, spawnApi, waitUntilReady, type Api } from '../../tools/start/children.ts';
import { loadDemo } from '../../tools/start/demo.ts';
import { root } from '../../tools/start/settings.ts';

export interface ServerOptions {
  /** Apps to build where they are stale; all when left out. */
  apps?: readonly string[];
  /** Fill it with the demo school. */
  demo?: boolean;
  /** Further variables of the API's environment. */
  environment?: NodeJS.ProcessEnv;
  /** Settings of the database server; nothing is relaxed unless asked for. */
  settings?: Record<string, string>;
  /** An existing data folder; without it a temporary one that ends with the server. */
  dataDir?: string;
}

/** A real product server, as an operator would run it: built apps, own database and folder, free ports. */
export class ProductServer {
  readonly baseUrl: string;
  readonly dataDir: string;
  api: Api | undefined;
  database: Embedded | undefined;
  #port: number;
  #databasePort: number | undefined;
  #options: ServerOptions;

  private constructor(port: number, options: ServerOptions) {
    this.#port = port;
    this.#options = options;
    this.baseUrl = `http://localhost:${port}`;
    this.dataDir = options.dataDir ?? mkdtempSync(path.join(tmpdir(), 'dangxiao-server-'));
  }

  /** Builds what is stale, migrates, loads the demo school if wanted, and waits until the API is ready. */
  static async start(options: ServerOptions = {}): Promise<ProductServer> {
    const server = new ProductServer(await freePort(), options);
    try {
      await buildStale(options.apps);
      await server.startDatabase();
      await run([path.join(root, 'apps/api/dist/database/migrate.js')], server.environment());
      if (options.demo) await loadDemo(server.environment());
      await server.startApi();
      return server;
    } catch (error) {
      await server.stop();
      throw error;
    }
  }

  /** The application's and the owner's; what looks over the product's shoulder takes the owner's. */
  get addresses(): Addresses {
    if (!this.database) throw new Error('The database does not run.');
    const { appUrl, ownerUrl } = this.database;
    return { appUrl, ownerUrl };
  }

  async startDatabase(): Promise<void> {
    const { settings } = this.#options;
    this.database = await startEmbedded({
      dataDir: path.join(this.dataDir, 'postgres'),
      port: this.#databasePort,
      settings,
    });
    this.#databasePort = this.database.port;
  }

  /** Starts the API (again) and waits until it is ready. */
  async startApi(): Promise<void> {
    const main = path.join(root, 'apps/api/dist/main.js');
    const logFile = path.join(this.dataDir, 'logs', 'api.log');
    const { DATABASE_OWNER_URL: _owner, ...environment } = this.environment();
    this.api = spawnApi({ main, environment, logFile });
    await waitUntilReady(`http://127.0.0.1:${this.#port}/api/health/ready`, this.api);
  }

  /** Kills the API as a crash would, and waits until it is gone. */
  async killApi(): Promise<void> {
    await kill(this.api?.pid, this.api?.exited);
  }

  /** Kills the database server as a crash would. */
  async killDatabase(): Promise<void> {
    await kill(this.database?.pid, this.database?.exited);
  }

  async stop(): Promise<void> {
    await this.api?.stop();
    await this.database?.stop();
    if (!this.#options.dataDir) rmSync(this.dataDir, { recursive: true, force: true });
  }

  /** The environment of the API and of the programs that work on its database. */
  environment(): NodeJS.ProcessEnv {
    return {
      ...process.env,
      NODE_ENV: 'test',
      HOST: '127.0.0.1',
      PORT: String(this.#port),
      PUBLIC_URL: this.baseUrl,
      DATA_DIR: this.dataDir,
      DATABASE_URL: this.addresses.appUrl,
      DATABASE_OWNER_URL: this.addresses.ownerUrl,
      DEMO: this.#options.demo ? '1' : '0',
      ROLE: 'all',
      ...this.#options.environment,
    };
  }
}

async function kill(pid: number | undefined, exited: Promise<unknown> | undefined): Promise<void> {
  if (pid === undefined) return;
  process.kill(pid, 'SIGKILL');
  await exited;
}
