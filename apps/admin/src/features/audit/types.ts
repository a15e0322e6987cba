import type { audit, ResponseOf } from '@dangxiao/contracts';

export type AuditEvent = ResponseOf<typeof audit.listEvents>['items'][number];
