import { createHmac, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Secrets } from '../../config/secrets.ts';

/** The secret in the link that confirms an address: made from the email that carries it, so that nothing has to be kept. */
@Injectable()
export class Confirmations {
  constructor(private readonly secrets: Secrets) {}

  tokenOf(emailId: string): string {
    return `${emailId}.${this.sign(emailId).toString('base64url')}`;
  }

  /** The email of a token; null when it is not ours. */
  emailOf(token: string): string | null {
    const [emailId = '', signature = ''] = token.split('.');
    const given = Buffer.from(signature, 'base64url');
    const right = this.sign(emailId);
    return given.length === right.length && timingSafeEqual(given, right) ? emailId : null;
  }

  private sign(emailId: string): Buffer {
    return createHmac('sha256', this.secrets.key('email-confirmations')).update(emailId).digest();
  }
}
