import { Question } from './question.ts';
import { QuestionVersion } from './question-version.ts';

export const questionsEntities = [Question, QuestionVersion];
