import { Module } from '@nestjs/common';
import { AccountsModule } from '../accounts/index.ts';
import { MediaModule } from '../media/index.ts';
import { NoticesModule } from '../notices/index.ts';
import { PeopleModule } from '../people/index.ts';
import { Apply } from './applying/apply.ts';
import { CheckImport } from './check-import.ts';
import { CommitImport } from './commit-import.ts';
import { CreateImport } from './create-import.ts';
import { DiscardImport } from './discard-import.ts';
import { GetImport } from './get-import.ts';
import { ImportJob } from './import-job.ts';
import { IssueImportCodes } from './issue-import-codes.ts';
import { ListImportRows } from './list-import-rows.ts';
import { ListImports } from './list-imports.ts';
import { ReadFile } from './read-file.ts';
import { ReadImportTemplate } from './read-import-template.ts';
import { RepairImportRow } from './repair-import-row.ts';
import { SweepImports } from './sweep-imports.ts';
import { UndoImport } from './undo-import.ts';

const reading = [ReadImportTemplate, ListImports, GetImport, ListImportRows];
const writing = [CreateImport, RepairImportRow, CheckImport, CommitImport, UndoImport, DiscardImport, IssueImportCodes];

@Module({
  imports: [AccountsModule, PeopleModule, MediaModule, NoticesModule],
  controllers: [...reading, ...writing],
  providers: [ReadFile, Apply, ImportJob, SweepImports],
})
export class ImportsModule {}
