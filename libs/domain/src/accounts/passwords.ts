import { normaliseLogin } from '../people/identifiers.ts';

export const MIN_PASSWORD_LENGTH = 10;
/** Bounds the work of hashing; far above any passphrase. */
export const MAX_PASSWORD_LENGTH = 200;

export type PasswordProblem = 'too_short' | 'too_long' | 'same_as_login' | 'too_common';

/** The most used passwords of ten characters and more; shorter ones fail by length. */
const COMMON = new Set(
  `1234567890 0123456789 9876543210 0987654321 1234567891 12345678910 123456789a a123456789 123456789q 1q2w3e4r5t
  1qaz2wsx3edc q1w2e3r4t5 qwertyuiop qwerty12345 qwerty123456 1234qwerty asdfghjkl1 asdfghjkl; zxcvbnm123 password12 password123
  password1234 passw0rd123 p@ssw0rd123 iloveyou123 woaini1314 woaini5201314 5201314520 1314520520 1314521521 admin12345 admin123456
  administrator changeme123 welcome123 letmein123 abc1234567 abcd123456 abcdefghij abcdef123456 aa123456789 qq123456789 a1234567890
  147258369a 1472583690 7894561230 1357924680 2468013579 dangxiao123 dangyuan123 zhongguo123 beijing2008 dangxiao2024 dangxiao2025 dangxiao2026`.split(
    /\s+/,
  ),
);

/** Why a password may not be used, or null. Length in characters as people count them; any character is allowed, no classes are demanded. */
export function passwordProblem(password: string, login: string): PasswordProblem | null {
  const length = [...password].length;
  if (length < MIN_PASSWORD_LENGTH) return 'too_short';
  if (length > MAX_PASSWORD_LENGTH) return 'too_long';
  const folded = normaliseLogin(password);
  if (folded === normaliseLogin(login)) return 'same_as_login';
  // One character or one short piece over and over ("aaaaaaaaaa", "abcabcabcabc") is as guessable as a listed one.
  if (COMMON.has(folded) || /^(.{1,4}?)\1+$/u.test(folded)) return 'too_common';
  return null;
}
