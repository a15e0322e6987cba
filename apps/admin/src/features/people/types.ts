import type { people, ResponseOf } from '@dangxiao/contracts';

export type Transfer = ResponseOf<typeof people.listTransfers>['items'][number];
