export { Awards, type CompletedLesson, type PassedExam } from './awards.ts';
export { CreditsModule } from './credits.module.ts';
export type { Booked } from './ledger.ts';
export { enactDefaultPolicy, Policies, type EnactedPolicy } from './policies.ts';
export { entryTables, entryTitle } from './entries.queries.ts';
