import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Type } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Config } from '../../apps/api/src/config/config.ts';
import type { Addresses } from '../../apps/api/src/database/addresses.ts';
import { createApp } from '../../apps/api/src/create-app.ts';
import { Pg } from '../../apps/api/src/database/pg.ts';
import { Client } from './client.ts';
import { TestClock } from './clock.ts';
import { Factories } from './factories.ts';
import { ownerQuery, testDatabase } from './test-database.ts';

export interface TestAppOptions {
  /** Further variables of the environment, e.g. `{ ROLE: 'all' }`, or how to find them from the application's address; tests run without job workers unless asked. */
  environment?: Record<string, string> | ((appUrl: string) => Record<string, string>);
  clock?: TestClock;
}

/** The whole API on a database of its own, with a clock that the test moves. */
export interface TestApp {
  app: NestFastifyApplication;
  clock: TestClock;
  /** SQL as the application's role. */
  pg: Pg;
  /** SQL as the owner, who may do more than the product. */
  asOwner(sql: string, params?: unknown[]): Promise<Record<string, unknown>[]>;
  get<T>(type: Type<T>): T;
  /** A browser that is not signed in. */
  visitor(): Client;
  make: Factories;
  dataDir: string;
  addresses: Addresses;
  close(): Promise<void>;
}

/** Boots the API from its sources; call `close` in `afterAll`. */
export async function testApp(options: TestAppOptions = {}): Promise<TestApp> {
  const database = await testDatabase();
  const dataDir = mkdtempSync(join(tmpdir(), 'dangxiao-api-'));
  const clock = options.clock ?? new TestClock();
  const { environment } = options;
  const further = typeof environment === 'function' ? environment(database.appUrl) : environment;
  const config = new Config({
    NODE_ENV: 'test',
    DATABASE_URL: database.appUrl,
    DATA_DIR: dataDir,
    SECRET_KEY: 'the secret of the tests, which guards nothing',
    ROLE: 'http',
    DB_POOL: '8',
    LOG_LEVEL: 'error',
    PORTAL_DIST: join(dataDir, 'portal'),
    ADMIN_DIST: join(dataDir, 'admin'),
    ...further,
  });
  const app = await createApp(config, clock);
  await app.init();
  const instance = app.getHttpAdapter().getInstance();
  await instance.ready();
  const visitor = () => new Client(instance);
  return {
    app,
    clock,
    pg: app.get(Pg),
    asOwner: (sql, params) => ownerQuery(database.ownerUrl, sql, params),
    get: (type) => app.get(type, { strict: false }),
    visitor,
    make: new Factories(app, clock, visitor),
    dataDir,
    addresses: { appUrl: database.appUrl, ownerUrl: database.ownerUrl },
    close: async () => {
      await app.close();
      await database.drop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
