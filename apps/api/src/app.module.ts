import { Module, type DynamicModule } from '@nestjs/common';
import type { Clock } from './config/clock.ts';
import type { Config } from './config/config.ts';
import { ConfigModule } from './config/config.module.ts';
import { DatabaseModule } from './database/database.module.ts';
import { HttpModule } from './http/http.module.ts';
import { JobsModule } from './jobs/jobs.module.ts';
import { AccountsModule } from './modules/accounts/index.ts';
import { AssignmentsModule } from './modules/assignments/index.ts';
import { AuditModule } from './modules/audit/index.ts';
import { CatalogModule } from './modules/catalog/index.ts';
import { CreditsModule } from './modules/credits/index.ts';
import { ExamsModule } from './modules/exams/index.ts';
import { ImportsModule } from './modules/imports/index.ts';
import { ExportsModule } from './modules/exports/index.ts';
import { LearningModule } from './modules/learning/index.ts';
import { MediaModule } from './modules/media/index.ts';
import { NoticesModule } from './modules/notices/index.ts';
import { PeopleModule } from './modules/people/index.ts';
import { ReportsModule } from './modules/reports/index.ts';
import { QuestionsModule } from './modules/questions/index.ts';

/** The areas; each lists its handlers as controllers. */
const areas = [
  AuditModule,
  CatalogModule,
  MediaModule,
  AccountsModule,
  PeopleModule,
  ImportsModule,
  QuestionsModule,
  ExamsModule,
  ReportsModule,
  CreditsModule,
  LearningModule,
  AssignmentsModule,
  NoticesModule,
  ExportsModule,
];

@Module({})
export class AppModule {
  static with(config: Config, clock?: Clock): DynamicModule {
    const core = [ConfigModule.with(config, clock), DatabaseModule, HttpModule, JobsModule];
    return { module: AppModule, imports: [...core, ...areas] };
  }
}
