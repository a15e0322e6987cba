import { Module } from '@nestjs/common';
import { CreditsModule } from '../credits/index.ts';
import { AnswerWriter } from './answer-writer.ts';
import { Closing } from './closing.ts';
import { DeleteUnitExam } from './delete-unit-exam.ts';
import { Endings } from './endings.ts';
import { GetExam } from './get-exam.ts';
import { GetResult } from './get-result.ts';
import { GetSittingTime } from './get-sitting-time.ts';
import { GetSitting } from './get-sitting.ts';
import { GetUnitExam } from './get-unit-exam.ts';
import { HandIn } from './hand-in.ts';
import { ListExams } from './list-exams.ts';
import { ListSittings } from './list-sittings.ts';
import { PutUnitExam } from './put-unit-exam.ts';
import { SaveAnswer } from './save-answer.ts';
import { SetExtraTime } from './set-extra-time.ts';
import { StartSitting } from './start-sitting.ts';
import { TakeOverSitting } from './take-over-sitting.ts';

const settings = [GetUnitExam, PutUnitExam, DeleteUnitExam, ListExams, ListSittings, SetExtraTime];
const sitting = [GetExam, StartSitting, GetSitting, GetSittingTime, TakeOverSitting, SaveAnswer, HandIn, GetResult];

@Module({
  imports: [CreditsModule],
  controllers: [...settings, ...sitting],
  providers: [Endings, Closing, AnswerWriter],
})
export class ExamsModule {}
