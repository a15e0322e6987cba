import { Injectable } from '@nestjs/common';
import { isValidIdentityNumber, normalisePhone } from '@dangxiao/domain';
import { Secrets } from '../../config/secrets.ts';
import { ApiError, fieldError } from '../../http/api-error.ts';

/** How a personal number is stored: encrypted, findable by its exact value, recognisable by its end. */
export interface SealedNumber {
  cipher: Buffer | null;
  hash: Buffer | null;
  last4: string | null;
}

const NONE: SealedNumber = { cipher: null, hash: null, last4: null };

/** Phone and identity numbers are stored encrypted and shown masked; whole ones stand only in exports by who holds `people.numbers`. */
@Injectable()
export class PersonalNumbers {
  constructor(private readonly secrets: Secrets) {}

  /** @throws ApiError validation_failed unless it is a mainland mobile number */
  sealPhone(phone: string | null): SealedNumber {
    if (phone === null) return NONE;
    const number = normalisePhone(phone);
    if (number === null) throw fieldError('phone', 'invalid_format');
    return this.seal(number, 'person.phone');
  }

  /** @throws ApiError identity_number_invalid when the check character or the birth date is wrong (GB 11643) */
  sealIdentity(identityNumber: string | null): SealedNumber {
    if (identityNumber === null) return NONE;
    if (!isValidIdentityNumber(identityNumber)) throw new ApiError('identity_number_invalid');
    return this.seal(identityNumber.toUpperCase(), 'person.identity');
  }

  /** What to look a whole phone number up by; null when the text is none. */
  phoneHash(text: string): Buffer | null {
    const number = normalisePhone(text);
    return number === null ? null : this.secrets.lookUpHash(number, 'person.phone');
  }

  /** The whole number behind a cipher. */
  open(cipher: Buffer, field: 'phone' | 'identity'): string {
    return this.secrets.decrypt(cipher, `person.${field}`);
  }

  private seal(number: string, context: string): SealedNumber {
    return {
      cipher: this.secrets.encrypt(number, context),
      hash: this.secrets.lookUpHash(number, context),
      last4: number.slice(-4),
    };
  }
}

/** "•••• 5678": only the end is kept readable. */
export const maskedNumber = (last4: string | null) => (last4 === null ? null : `•••• ${last4}`);
