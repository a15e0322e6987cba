import { Module } from '@nestjs/common';
import { CreditsModule } from '../credits/index.ts';
import { GetOverview } from './get-overview.ts';
import { SettleJob } from './settle-job.ts';
import { Standings } from './standings.ts';

@Module({ imports: [CreditsModule], controllers: [GetOverview], providers: [Standings, SettleJob] })
export class ReportsModule {}
