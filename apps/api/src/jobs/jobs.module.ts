import { Global, Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { Config } from '../config/config.ts';
import { ConnectionGuard } from '../database/connection-guard.ts';
import { startBoss } from './boss.ts';
import { BOSS, Jobs } from './jobs.ts';
import { JobRunner } from './runner.ts';

@Global()
@Module({
  imports: [DiscoveryModule],
  providers: [{ provide: BOSS, inject: [Config, ConnectionGuard], useFactory: startBoss }, Jobs, JobRunner],
  exports: [Jobs],
})
export class JobsModule {}
