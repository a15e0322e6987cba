import type { FieldError } from '@dangxiao/contracts';
import type { FailureCode } from '../api/failure.ts';
import type { Format, KitText } from './format.ts';

type Params = Record<string, unknown>;

/** ms to wait, however the server said it: an instant or a number of seconds. */
export function waitMs(params: Params, now: number): number | null {
  if (typeof params['retryAfterSeconds'] === 'number') return params['retryAfterSeconds'] * 1000;
  if (typeof params['retryAt'] === 'string') return Math.max(0, Date.parse(params['retryAt']) - now);
  return null;
}

/** Words a failure for people; every code has a text in both languages. */
export function errorText(
  text: KitText,
  format: Pick<Format, 'length'>,
  failure: { code: FailureCode; params: Params },
  now = Date.now(),
): string {
  const { code, params } = failure;
  if ((code === 'wrong_credentials' || code === 'wrong_current_password') && typeof params['triesLeft'] === 'number') {
    return text(`detailed.${code}`, { count: params['triesLeft'] });
  }
  const wait = code === 'sign_in_throttled' || code === 'address_throttled' ? waitMs(params, now) : null;
  if (wait !== null)
    return text(`detailed.${code}`, { wait: format.length(Math.max(60_000, Math.ceil(wait / 60_000) * 60_000)) });
  return text(`errors.${code}`, params);
}

/** Words what is wrong with one field. */
export function fieldErrorText(text: KitText, error: Pick<FieldError, 'code' | 'params'>): string {
  return text(`fields.${error.code}`, error.params);
}
