import { Module } from '@nestjs/common';
import { CreditsModule } from '../credits/index.ts';
import { AnswerWriter } from './answer-writer.ts';
import { Closing } from './closing.ts';
import { DeleteUnitExam } from './delete-unit-exam.ts';
import { Endings } from './endings.ts';
import { GetExam } from './get-exam.ts';
import { GetResult } from './get-result.ts';
import { GetAttemptTime } from './get-attempt-time.ts';
import { GetAttempt } from './get-attempt.ts';
import { GetUnitExam } from './get-unit-exam.ts';
import { HandIn } from './hand-in.ts';
import { ListExams } from './list-exams.ts';
import { ListAttempts } from './list-attempts.ts';
import { PutUnitExam } from './put-unit-exam.ts';
import { SaveAnswer } from './save-answer.ts';
import { SetExtraTime } from './set-extra-time.ts';
import { StartAttempt } from './start-attempt.ts';
import { TakeOverAttempt } from './take-over-attempt.ts';

const settings = [GetUnitExam, PutUnitExam, DeleteUnitExam, ListExams, ListAttempts, SetExtraTime];
const attempt = [GetExam, StartAttempt, GetAttempt, GetAttemptTime, TakeOverAttempt, SaveAnswer, HandIn, GetResult];

@Module({
  imports: [CreditsModule],
  controllers: [...settings, ...attempt],
  providers: [Endings, Closing, AnswerWriter],
})
export class ExamsModule {}
