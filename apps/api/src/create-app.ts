import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from './app.module.ts';
import type { Clock } from './config/clock.ts';
import type { Config } from './config/config.ts';
import { AppLogger } from './config/logger.ts';
import { configureServer, createAdapter } from './http/server.ts';

/** The whole product, not yet listening. Tests pass a clock that they move. */
export async function createApp(config: Config, clock?: Clock): Promise<NestFastifyApplication> {
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.with(config, clock), createAdapter(config), {
    bodyParser: false,
    abortOnError: false,
    logger: new AppLogger(config.logLevel),
  });
  await configureServer(app);
  return app;
}
