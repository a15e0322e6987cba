import { hash } from 'node:crypto';
import type { Sha256 } from '@dangxiao/domain';

/** SHA-256 of a text in UTF-8, as lower-case hex. */
export const sha256: Sha256 = (text) => hash('sha256', text, 'hex');
