import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Secrets } from '../../config/secrets.ts';

const VERSION = 1;

/** The AES-128 keys of lectures; sealed by a key of the school's secret where they rest. */
@Injectable()
export class MediaKeys {
  constructor(private readonly secrets: Secrets) {}

  make(): Buffer {
    return randomBytes(16);
  }

  /** AES-256-GCM: version, nonce, tag, key. */
  seal(key: Buffer): Buffer {
    const nonce = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', this.secrets.key('media-keys'), nonce);
    const body = Buffer.concat([cipher.update(key), cipher.final()]);
    return Buffer.concat([Buffer.of(VERSION), nonce, cipher.getAuthTag(), body]);
  }

  /** @throws Error when the sealed key was changed or belongs to another school */
  open(sealed: Buffer): Buffer {
    if (sealed[0] !== VERSION) throw new Error('Unknown version of a sealed media key');
    const decipher = createDecipheriv('aes-256-gcm', this.secrets.key('media-keys'), sealed.subarray(1, 13));
    decipher.setAuthTag(sealed.subarray(13, 29));
    return Buffer.concat([decipher.update(sealed.subarray(29)), decipher.final()]);
  }
}
