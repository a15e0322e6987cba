export * from './outbox.ts';
export type { AnswerKeeper, KeptAnswers, KnownAnswer, SaveAnswer } from './types.ts';
