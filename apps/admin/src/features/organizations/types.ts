import type { people, ResponseOf } from '@dangxiao/contracts';

export type Organization = ResponseOf<typeof people.getOrganization>;
