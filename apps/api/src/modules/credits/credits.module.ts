import { Module } from '@nestjs/common';
import { NoticesModule } from '../notices/index.ts';
import { AnchorJob } from './anchor-job.ts';
import { Appeal } from './appeal.ts';
import { Awards } from './awards.ts';
import { CreatePolicy } from './create-policy.ts';
import { DecideAppeal } from './decide-appeal.ts';
import { EntryDetails } from './entry-detail.ts';
import { GetEntry } from './get-entry.ts';
import { GetRecord } from './get-record.ts';
import { HoursViews } from './hours-view.ts';
import { Ledger } from './ledger.ts';
import { ListAppeals } from './list-appeals.ts';
import { ListPolicies } from './list-policies.ts';
import { MyEntry } from './my-entry.ts';
import { MyHours } from './my-hours.ts';
import { Policies } from './policies.ts';
import { Recognise } from './recognise.ts';
import { Reverse } from './reverse.ts';

const operations = [MyHours, MyEntry, Appeal, GetRecord, GetEntry, Recognise, Reverse];
const administration = [ListAppeals, DecideAppeal, ListPolicies, CreatePolicy];

@Module({
  imports: [NoticesModule],
  controllers: [...operations, ...administration],
  providers: [Policies, Ledger, Awards, EntryDetails, HoursViews, AnchorJob],
  exports: [Policies, Awards],
})
export class CreditsModule {}
