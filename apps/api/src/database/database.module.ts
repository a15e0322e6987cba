import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import type pg from 'pg';
import { DataSource } from 'typeorm';
import type { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver.js';
import { Config } from '../config/config.ts';
import { ConnectionGuard } from './connection-guard.ts';
import { ConnectionGuardModule } from './connection-guard.module.ts';
import { appDataSource } from './data-source.ts';
import { Pg, POOL } from './pg.ts';
import { UnitOfWork } from './unit-of-work.ts';

/** One pool for TypeORM, transactions and plain statements. */
const pool = {
  provide: POOL,
  inject: [DataSource],
  useFactory: (source: DataSource): pg.Pool => (source.driver as PostgresDriver).master as pg.Pool,
};

@Global()
@Module({
  imports: [
    ConnectionGuardModule,
    TypeOrmModule.forRootAsync({
      imports: [ConnectionGuardModule],
      inject: [Config, ConnectionGuard],
      useFactory: (config: Config, guard: ConnectionGuard) => ({ ...appDataSource(config, guard), retryAttempts: 0 }),
    }),
  ],
  providers: [pool, Pg, UnitOfWork],
  exports: [ConnectionGuardModule, pool, Pg, UnitOfWork],
})
export class DatabaseModule {}
