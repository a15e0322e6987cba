import 'reflect-metadata';
import { createApp } from './create-app.ts';
import { Config, ConfigError } from './config/config.ts';
import { isDatabaseAway } from './http/to-api-error.ts';

/** Starts one process of the product: HTTP, jobs or both, by ROLE. A process of jobs only listens nowhere. */
async function main(): Promise<void> {
  const config = Config.fromProcess();
  const app = await createApp(config);
  app.enableShutdownHooks(['SIGINT', 'SIGTERM']);
  if (config.servesHttp) await app.listen(config.port, config.host);
  else await app.init();
  process.send?.('ready');
}

main().catch((error: unknown) => {
  const plain = error instanceof ConfigError || isDatabaseAway(error);
  const message = error instanceof Error ? error.message : String(error);
  console.error(plain ? message : error);
  if (isDatabaseAway(error)) console.error('The database does not answer: check DATABASE_URL and that it is running.');
  process.exit(plain ? 2 : 1);
});
