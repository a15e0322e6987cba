import type { BodyOf, exams, ResponseOf } from '@dangxiao/contracts';
import type { Keeper } from '../device/keeper.ts';

export type Save = BodyOf<typeof exams.saveAnswer>;
export type SaveAnswer = ResponseOf<typeof exams.saveAnswer>;
export type KnownAnswer = Pick<
  ResponseOf<typeof exams.getAttempt>['answers'][number],
  'slot' | 'choice' | 'epoch' | 'seq'
>;

/** What the device keeps of one attempt: the answers that the server has not acknowledged, the latest of each slot. */
export interface KeptAnswers {
  attemptId: string;
  waiting: Record<number, Save>;
}
export type AnswerKeeper = Keeper<KeptAnswers>;
export type SendAnswer = (slot: number, save: Save) => Promise<SaveAnswer>;
