import { Module } from '@nestjs/common';
import { NoticesModule } from '../notices/index.ts';
import { PeopleModule } from '../people/index.ts';
import { CloseCalendar } from './close-calendar.ts';
import { CreateAssignment } from './create-assignment.ts';
import { CreateProgramme } from './create-programme.ts';
import { CreateSavedAudience } from './create-saved-audience.ts';
import { Filling } from './filling.ts';
import { FindContent } from './find-content.ts';
import { TargetsWorker } from './targets-worker.ts';
import { GetAssignment } from './get-assignment.ts';
import { ListAssignments } from './list-assignments.ts';
import { ListProgrammes } from './list-programmes.ts';
import { ListSavedAudiences } from './list-saved-audiences.ts';
import { ListTargets } from './list-targets.ts';
import { MyCalendar } from './my-calendar.ts';
import { MyTraining } from './my-training.ts';
import { OpenCalendar } from './open-calendar.ts';
import { PreviewAudience } from './preview-audience.ts';
import { PublishAssignment } from './publish-assignment.ts';
import { ReadCalendar } from './read-calendar.ts';
import { UpdateAssignment } from './update-assignment.ts';
import { UpdateSavedAudience } from './update-saved-audience.ts';
import { UploadList } from './upload-list.ts';
import { WithdrawAssignment } from './withdraw-assignment.ts';
import { DeleteAssignment } from './delete-assignment.ts';
import { PreviewChange } from './preview-change.ts';
import { PreviewReminder } from './preview-reminder.ts';
import { SendReminder } from './send-reminder.ts';
import { UpdateProgramme } from './update-programme.ts';
import { GetSavedAudience } from './get-saved-audience.ts';
import { ListListPeople } from './list-list-people.ts';

const administration = [
  ListAssignments,
  GetAssignment,
  CreateAssignment,
  UpdateAssignment,
  DeleteAssignment,
  PublishAssignment,
  WithdrawAssignment,
  ListTargets,
  PreviewAudience,
  PreviewChange,
  PreviewReminder,
  SendReminder,
];
const sources = [
  FindContent,
  ListProgrammes,
  CreateProgramme,
  UpdateProgramme,
  ListSavedAudiences,
  CreateSavedAudience,
  GetSavedAudience,
  UpdateSavedAudience,
  UploadList,
  ListListPeople,
];
const learners = [MyTraining, MyCalendar, OpenCalendar, CloseCalendar, ReadCalendar];

@Module({
  imports: [PeopleModule, NoticesModule],
  controllers: [...administration, ...sources, ...learners],
  providers: [Filling, TargetsWorker],
})
export class AssignmentsModule {}
