import { Foundation1763800000000 } from './1763800000000-foundation.ts';
import { AuditSeals1764000000008 } from './1764000000008-audit-seals.ts';

/** Every migration in order. A published one never changes; add another. */
export const migrations = [Foundation1763800000000, AuditSeals1764000000008];
