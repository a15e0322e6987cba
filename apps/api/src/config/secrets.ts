import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  randomBytes,
  type KeyObject,
} from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { Config } from './config.ts';
import { deriveKey, type Purpose } from './derive-key.ts';

export type { Purpose };

const VERSION = Buffer.of(1);
const NONCE_BYTES = 12;
const NONCES = 512;

/** Keys derived from the school's one root secret, one per purpose, so that a leak of one says nothing of another. */
@Injectable()
export class Secrets {
  private readonly root: Buffer;
  private readonly derived = new Map<Purpose, Buffer>();
  // A cipher that is given bytes prepares a key of its own each time, which costs several times what sealing a number does.
  private readonly fieldKey: KeyObject;
  private readonly hashKey: KeyObject;
  private nonces = Buffer.alloc(0);

  constructor(config: Config) {
    this.root = Buffer.from(config.secretKey ?? generated(config.dataDir), 'utf8');
    this.fieldKey = createSecretKey(this.key('field-encryption'));
    this.hashKey = createSecretKey(this.key('look-up-hash'));
  }

  /** The 32-byte key of a purpose. */
  key(purpose: Purpose): Buffer {
    const known = this.derived.get(purpose);
    if (known) return known;
    const key = deriveKey(this.root, purpose);
    this.derived.set(purpose, key);
    return key;
  }

  /** AES-256-GCM of a personal field: version, nonce, tag, text. `context` (e.g. `person.phone`) must be the same on the way back. */
  encrypt(text: string, context: string): Buffer {
    const nonce = this.nonce();
    const cipher = createCipheriv('aes-256-gcm', this.fieldKey, nonce).setAAD(Buffer.from(context));
    const body = cipher.update(text, 'utf8');
    // A stream cipher keeps nothing back for the end.
    cipher.final();
    return Buffer.concat([VERSION, nonce, cipher.getAuthTag(), body]);
  }

  /** Random bytes are fetched for many fields at once: an import seals hundreds of thousands. No byte is given out twice. */
  private nonce(): Buffer {
    if (this.nonces.length < NONCE_BYTES) this.nonces = randomBytes(NONCE_BYTES * NONCES);
    const nonce = this.nonces.subarray(0, NONCE_BYTES);
    this.nonces = this.nonces.subarray(NONCE_BYTES);
    return nonce;
  }

  /** Throws when the bytes were changed, or belong to another context or key. */
  decrypt(bytes: Buffer, context: string): string {
    if (bytes[0] !== 1) throw new Error('Unknown version of an encrypted field');
    const decipher = createDecipheriv('aes-256-gcm', this.fieldKey, bytes.subarray(1, 13));
    decipher.setAAD(Buffer.from(context)).setAuthTag(bytes.subarray(13, 29));
    return Buffer.concat([decipher.update(bytes.subarray(29)), decipher.final()]).toString('utf8');
  }

  /** Keyed hash to find an encrypted field by its exact (normalised) value. */
  lookUpHash(text: string, context: string): Buffer {
    return createHmac('sha256', this.hashKey).update(`${context}\0${text}`).digest();
  }
}

/** Outside production the root secret is made once, readable by its owner only. */
function generated(dataDir: string): string {
  const file = join(dataDir, 'secret');
  mkdirSync(dataDir, { recursive: true });
  try {
    writeFileSync(file, randomBytes(48).toString('base64url'), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  const secret = readFileSync(file, 'utf8');
  if (secret.length < 32) throw new Error(`${file} is damaged: restore it from a backup; data are encrypted with it`);
  return secret;
}
