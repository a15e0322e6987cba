import type { credits, ResponseOf } from '@dangxiao/contracts';

export type Policy = ResponseOf<typeof credits.listPolicies>['items'][number];
