import { Answer } from './answer.ts';
import { ExamVersion } from './exam-version.ts';
import { LateAnswer } from './late-answer.ts';
import { Attempt } from './attempt.ts';
import { AttemptSlot } from './attempt-slot.ts';
import { UnitExam } from './unit-exam.ts';

export const examsEntities = [Answer, ExamVersion, LateAnswer, Attempt, AttemptSlot, UnitExam];
