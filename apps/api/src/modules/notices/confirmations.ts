import { createHmac, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Secrets } from '../../config/secrets.ts';

/** The secret in the link that confirms an address: made from the letter that carries it, so that nothing has to be kept. */
@Injectable()
export class Confirmations {
  constructor(private readonly secrets: Secrets) {}

  tokenOf(letterId: string): string {
    return `${letterId}.${this.sign(letterId).toString('base64url')}`;
  }

  /** The letter of a token; null when it is not ours. */
  letterOf(token: string): string | null {
    const [letterId = '', signature = ''] = token.split('.');
    const given = Buffer.from(signature, 'base64url');
    const right = this.sign(letterId);
    return given.length === right.length && timingSafeEqual(given, right) ? letterId : null;
  }

  private sign(letterId: string): Buffer {
    return createHmac('sha256', this.secrets.key('email-confirmations')).update(letterId).digest();
  }
}
