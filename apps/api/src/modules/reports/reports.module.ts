import { Module } from '@nestjs/common';
import { Dashboards } from './dashboards.ts';
import { GetOverview } from './get-overview.ts';
import { GetTraining } from './get-training.ts';
import { ListRanking } from './list-ranking.ts';
import { ListStandings } from './list-standings.ts';
import { ListTrained } from './list-trained.ts';
import { ListTraining } from './list-training.ts';
import { FiguresWorker } from './figures-worker.ts';
import { Standings } from './standings.ts';

@Module({
  controllers: [GetOverview, ListStandings, ListRanking, ListTraining, GetTraining, ListTrained],
  providers: [Standings, Dashboards, FiguresWorker],
  exports: [Standings],
})
export class ReportsModule {}
