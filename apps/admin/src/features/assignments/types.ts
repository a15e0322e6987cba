import type { assignments, ResponseOf } from '@dangxiao/contracts';

export type Programme = ResponseOf<typeof assignments.listProgrammes>['items'][number];
export type SavedAudience = ResponseOf<typeof assignments.listSavedAudiences>['items'][number];
