import { AuditEvent } from '../modules/audit/entities/audit-event.ts';

/** Every entity, named one by one: no search by file pattern at start. */
export const entities = [AuditEvent];
