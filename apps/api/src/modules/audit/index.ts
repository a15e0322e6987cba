export { Audit } from './audit.ts';
export { AuditModule } from './audit.module.ts';
export { eventConditions, eventTables } from './events.sql.ts';
