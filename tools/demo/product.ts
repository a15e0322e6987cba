import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type * as ClockModule from '../../apps/api/src/config/clock.ts';
import type * as ConfigModule from '../../apps/api/src/config/config.ts';
import type * as CreateAppModule from '../../apps/api/src/create-app.ts';
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
  await app.listen(0, '127.0.0.1');
  const address = app.getHttpServer().address() as { port: number };
  return { app, clock, zone: config.zone, dataDir: config.dataDir, baseUrl: `http://127.0.0.1:${address.port}` };
}

export type Product = Awaited<ReturnType<typeof openProduct>>;
