import { Module } from '@nestjs/common';
import { CreditsModule } from '../credits/index.ts';
import { Beats } from './beats.ts';
import { OpenLease } from './open-lease.ts';
import { SendBeat } from './send-beat.ts';

@Module({ imports: [CreditsModule], controllers: [OpenLease, SendBeat], providers: [Beats] })
export class LearningModule {}
