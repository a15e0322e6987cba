export { auditEn } from './audit-en.ts';
export { auditZh } from './audit-zh.ts';
export * from './export-columns.ts';
export * from './export-query.ts';
export * from './export-values.ts';
