import { Module } from '@nestjs/common';
import { MediaModule } from '../media/index.ts';
import { NoticesModule } from '../notices/index.ts';
import { PeopleModule } from '../people/index.ts';
import { ReportsModule } from '../reports/index.ts';
import { CancelExport } from './cancel-export.ts';
import { CountRows } from './count-rows.ts';
import { CreateExport } from './create-export.ts';
import { DeleteExport } from './delete-export.ts';
import { DownloadExport } from './download-export.ts';
import { DropExports } from './drop-exports.ts';
import { ListExports } from './list-exports.ts';
import { MakeExport } from './make-export.ts';
import { Requests } from './requests.ts';
import { Snapshots } from './snapshot.ts';
import { Sources } from './sources/sources.ts';

@Module({
  imports: [MediaModule, NoticesModule, PeopleModule, ReportsModule],
  controllers: [CountRows, CreateExport, ListExports, CancelExport, DeleteExport, DownloadExport],
  providers: [Sources, Requests, Snapshots, MakeExport, DropExports],
})
export class ExportsModule {}
