import { Module } from '@nestjs/common';
import { ConnectionGuard } from './connection-guard.ts';

/** Apart from the pool, which needs it while it is made. */
@Module({ providers: [ConnectionGuard], exports: [ConnectionGuard] })
export class ConnectionGuardModule {}
