import type { credits, ResponseOf } from '@dangxiao/contracts';

export type Appeal = ResponseOf<typeof credits.listAppeals>['items'][number];
