import type { exams, ResponseOf } from '@dangxiao/contracts';

export type Exam = ResponseOf<typeof exams.getExam>;
export type Sitting = ResponseOf<typeof exams.getSitting>;
export type Slot = Sitting['paper'][number];
export type Result = ResponseOf<typeof exams.getResult>;
export type ResultItem = Result['items'][number];
