/** A login name in the one form in which it is stored and compared: full-width forms folded, no outer spaces, lower case. */
export function normaliseLogin(text: string): string {
  return text.normalize('NFKC').trim().toLowerCase();
}

/** A mainland mobile number as 11 digits, or null. Accepts spaces, dashes, full-width digits and the prefix +86, 0086 or 86. */
export function normalisePhone(text: string): string | null {
  const digits = text.normalize('NFKC').replace(/[\s\-()]/g, '');
  return /^(?:\+86|0086|86)?(1[3-9]\d{9})$/.exec(digits)?.[1] ?? null;
}

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK_CHARACTERS = '10X98765432';

/** Whether this is a citizen identity number by GB 11643: 18 places, a birth date that exists, the ISO 7064 check character (x as X). */
export function isValidIdentityNumber(text: string): boolean {
  const match = /^[1-9]\d{5}((?:19|20)\d{2})(\d{2})(\d{2})\d{3}[\dXx]$/.exec(text);
  if (!match) return false;
  const [, year, month, day] = match;
  const birth = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  if (birth.toISOString().slice(0, 10) !== `${year}-${month}-${day}`) return false;
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(text[index]), 0);
  return CHECK_CHARACTERS[sum % 11] === text[17]?.toUpperCase();
}
