import { AuditDrop } from './audit-drop.ts';
import { AuditEvent } from './audit-event.ts';
import { AuditSeal } from './audit-seal.ts';

export const auditEntities = [AuditDrop, AuditEvent, AuditSeal];
