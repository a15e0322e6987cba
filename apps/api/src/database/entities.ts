import { Question } from '../modules/questions/entities/question.ts';
import { QuestionVersion } from '../modules/questions/entities/question-version.ts';
import { AuditEvent } from '../modules/audit/entities/audit-event.ts';

/** Every entity, named one by one: no search by file pattern at start. */
export const entities = [AuditEvent, Question, QuestionVersion];
