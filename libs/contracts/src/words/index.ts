export { auditEn } from './audit-en.ts';
export { auditZh } from './audit-zh.ts';
