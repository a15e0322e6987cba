import type { FieldError } from '@dangxiao/contracts';
import type { FailureCode } from '../api/failure.ts';
import type { Format, KitText } from './format.ts';

type Params = Record<string, unknown>;

/** Words a failure for people; every code has a text in both languages. */
export function errorText(
  text: KitText,
  format: Pick<Format, 'length'>,
  failure: { code: FailureCode; params: Params },
): string {
  const { code, params } = failure;
  if (
    (code === 'wrong_credentials' || code === 'wrong_current_password' || code === 'second_factor_wrong') &&
    typeof params['triesLeft'] === 'number'
  ) {
    return text(`detailed.${code}`, { count: params['triesLeft'] });
  }
  const seconds = params['seconds'];
  if ((code === 'sign_in_throttled' || code === 'address_throttled') && typeof seconds === 'number') {
    return text(`detailed.${code}`, { wait: format.length(Math.ceil(seconds / 60) * 60_000) });
  }
  if (code === 'password_too_weak' && typeof params['reason'] === 'string') return text(`password.${params['reason']}`);
  return text(`errors.${code}`, params);
}

/** Words what is wrong with one field. */
export function fieldErrorText(text: KitText, error: Pick<FieldError, 'code' | 'params'>): string {
  return text(`fields.${error.code}`, error.params);
}
