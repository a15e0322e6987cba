import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { deriveKey, type Purpose } from '../../apps/api/src/config/derive-key.ts';

/** A key of the school's secret (SECRET_KEY, else the one in its data folder); null when the secret is not at hand. */
export function schoolKey(dataDir: string, purpose: Purpose): Buffer | null {
  const file = path.join(dataDir, 'secret');
  const secret = process.env.SECRET_KEY || (existsSync(file) ? readFileSync(file, 'utf8') : null);
  return secret === null ? null : deriveKey(Buffer.from(secret, 'utf8'), purpose);
}
