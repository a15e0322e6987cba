import { Foundation1763800000000 } from './1763800000000-foundation.ts';

/** Every migration in order. A published one never changes; add another. */
export const migrations = [Foundation1763800000000];
