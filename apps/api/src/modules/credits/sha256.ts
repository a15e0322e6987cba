import { createHash } from 'node:crypto';
import type { Sha256 } from '@dangxiao/domain';

/** SHA-256 of a text in UTF-8, as lower-case hex. */
export const sha256: Sha256 = (text) => createHash('sha256').update(text, 'utf8').digest('hex');
