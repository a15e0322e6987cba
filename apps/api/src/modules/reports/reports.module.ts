import { Module } from '@nestjs/common';
import { CreditsModule } from '../credits/index.ts';
import { GetOverview } from './get-overview.ts';

@Module({ imports: [CreditsModule], controllers: [GetOverview] })
export class ReportsModule {}
