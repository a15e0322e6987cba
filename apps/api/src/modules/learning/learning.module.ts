import { Module } from '@nestjs/common';
import { CreditsModule } from '../credits/index.ts';
import { Heartbeats } from './heartbeats.ts';
import { OpenLease } from './open-lease.ts';
import { SendHeartbeat } from './send-heartbeat.ts';

@Module({ imports: [CreditsModule], controllers: [OpenLease, SendHeartbeat], providers: [Heartbeats] })
export class LearningModule {}
