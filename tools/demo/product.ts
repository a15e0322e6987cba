import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { ClientBase, Pool } from 'pg';
import type * as ClockModule from '../../apps/api/src/config/clock.ts';
import type * as ConfigModule from '../../apps/api/src/config/config.ts';
import type * as CreateAppModule from '../../apps/api/src/create-app.ts';
import type * as PgModule from '../../apps/api/src/database/pg.ts';
import { root } from '../start/settings.ts';

/** A module of the built API, typed by its source. */
export const product = async <Module>(file: string): Promise<Module> =>
  (await import(path.join(root, 'apps/api/dist', file))) as Module;

/** A clock that the loader moves: demo records are made in the past by the product itself. */
export interface DemoClock extends ClockModule.Clock {
  set(time: number): void;
  advance(ms: number): void;
}

/** The product, listening on a free port of this machine, by a clock that begins at `start` (ms). */
export async function openProduct(start: number) {
  await import('reflect-metadata');
  const { Clock } = await product<typeof ClockModule>('config/clock.js');
  const { Config } = await product<typeof ConfigModule>('config/config.js');
  const { POOL } = await product<typeof PgModule>('database/pg.js');
  const { createApp } = await product<typeof CreateAppModule>('create-app.js');
  class MovedClock extends Clock implements DemoClock {
    #time = start;
    override now(): Date {
      return new Date(this.#time);
    }
    set(time: number): void {
      this.#time = time;
    }
    advance(ms: number): void {
      this.#time += ms;
    }
  }
  const config = new Config({ ...process.env, ROLE: 'http', PUBLIC_URL: '', LOG_LEVEL: 'error' });
  mkdirSync(config.dataDir, { recursive: true });
  const clock = new MovedClock();
  const app = await createApp(config, clock);
  await hurry(app.get<Pool>(POOL, { strict: false }));
  await app.listen(0, '127.0.0.1');
  const address = app.getHttpServer().address() as { port: number };
  return { app, clock, zone: config.zone, dataDir: config.dataDir, baseUrl: `http://127.0.0.1:${address.port}` };
}

/** Commits do not wait for the disk, each of thousands: a load that is cut off begins anew, and `recount` flushes one that ended. */
async function hurry(pool: Pool): Promise<void> {
  const unhurried = (client: ClientBase) => client.query('set synchronous_commit = off');
  Object.assign(pool.options, { onConnect: unhurried }); // awaited before a new connection is handed out
  const open = await Promise.all(Array.from({ length: pool.totalCount }, () => pool.connect()));
  for (const client of open) {
    await unhurried(client);
    client.release();
  }
}

/** Everything that was committed is on disk afterwards. */
export async function settle({ app }: Product): Promise<void> {
  const { Pg } = await product<typeof PgModule>('database/pg.js');
  await app.get(Pg, { strict: false }).execute("select pg_logical_emit_message(false, 'demo', 'loaded', true)");
}

export type Product = Awaited<ReturnType<typeof openProduct>>;
