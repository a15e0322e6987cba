import { DRIFT_STEPS, STEP_MS } from '@dangxiao/domain';
import { Secret, TOTP } from 'otpauth';

/** What every authenticator app understands: SHA-1, six digits, 30 seconds. */
const totp = (secret: string, label = '', issuer = '') =>
  new TOTP({
    secret: Secret.fromBase32(secret),
    algorithm: 'SHA1',
    digits: 6,
    period: STEP_MS / 1000,
    label,
    ...(issuer ? { issuer } : {}),
  });

/** A new secret of 160 bits in base32. */
export const newSecret = (): string => new Secret({ size: 20 }).base32;

/** The address that the QR code holds: the app shows the school and the login name beside the code. */
export const addressOf = (secret: string, login: string, school: string): string =>
  totp(secret, login, school.replaceAll(':', ' ')).toString();

/** Steps from now at which the code was found; null where it is no code of the time around now. */
export const deltaOf = (secret: string, code: string, now: Date): number | null =>
  totp(secret).validate({ token: code.replace(/\s/g, ''), timestamp: now.getTime(), window: DRIFT_STEPS });
