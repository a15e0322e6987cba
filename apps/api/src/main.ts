import 'reflect-metadata';
import type { INestApplication } from '@nestjs/common';
import { createApp } from './create-app.ts';
import { Config, ConfigError } from './config/config.ts';
import { UnfitConnectionError } from './database/connection-guard.ts';
import { isDatabaseAway } from './http/to-api-error.ts';

const STOP_WITHIN_MS = 25_000;

/** Starts one process of the product: HTTP, jobs or both, by ROLE. A process of jobs only listens nowhere. */
async function main(): Promise<void> {
  const config = Config.fromProcess();
  const app = await createApp(config);
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => void stop(app));
  if (config.servesHttp) await app.listen(config.port, config.host);
  else await app.init();
  process.send?.('ready');
}

/** Finishes the requests and jobs under way, then ends; what does not finish is given up. A second signal ends at once. */
async function stop(app: INestApplication): Promise<void> {
  setTimeout(() => process.exit(1), STOP_WITHIN_MS).unref();
  await app.close();
  process.exit(0);
}

main().catch((error: unknown) => {
  const unfit = error instanceof UnfitConnectionError;
  const plain = unfit || error instanceof ConfigError || isDatabaseAway(error);
  const message = error instanceof Error ? error.message : String(error);
  console.error(plain ? message : error);
  if (isDatabaseAway(error) && !unfit)
    console.error('The database does not answer: check DATABASE_URL and that it is running.');
  process.exit(plain ? 2 : 1);
});
