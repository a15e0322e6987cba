import type { exams, ResponseOf } from '@dangxiao/contracts';

export type Exam = ResponseOf<typeof exams.getExam>;
export type Attempt = ResponseOf<typeof exams.getAttempt>;
export type Slot = Attempt['paper'][number];
export type Result = ResponseOf<typeof exams.getResult>;
export type ResultItem = Result['items'][number];
