import { hkdfSync } from 'node:crypto';

export type Purpose =
  'field-encryption' | 'look-up-hash' | 'cookies' | 'anchors' | 'audit-seals' | 'media-keys' | 'email-confirmations';

/** The 32-byte key of a purpose, derived from the school's root secret: a leak of one says nothing of another. */
export function deriveKey(root: Buffer, purpose: Purpose): Buffer {
  return Buffer.from(hkdfSync('sha256', root, 'dangxiao', purpose, 32));
}
