/** Credit hours on the wire and in the ledger: a decimal with exactly two places, as PostgreSQL prints numeric(8,2): "0.25", "-1.00". */
export type Hours = string;

/** Counters run in parallel and are never added up: hours of a class and hours of online self-study are two things. */
export const COUNTERS = ['centralised', 'online'] as const;
export type Counter = (typeof COUNTERS)[number];

const PATTERN = /^(-?)(\d{1,6})\.(\d{2})$/;

/** Whole hundredths of an hour: "0.25" → 25. Throws RangeError for anything but the canonical form, so that no float can slip in. */
export function toHundredths(hours: Hours): number {
  const match = PATTERN.exec(hours);
  if (!match) throw new RangeError(`Not hours with two decimals: ${JSON.stringify(hours)}`);
  const value = Number(match[2]) * 100 + Number(match[3]);
  return match[1] === '-' && value !== 0 ? -value : value;
}

/** The canonical form of whole hundredths: 25 → "0.25". Throws RangeError unless it is an integer within numeric(8,2). */
export function fromHundredths(hundredths: number): Hours {
  if (!Number.isInteger(hundredths) || Math.abs(hundredths) > 99_999_999) {
    throw new RangeError(`Not whole hundredths of an hour within numeric(8,2): ${hundredths}`);
  }
  const digits = String(Math.abs(hundredths)).padStart(3, '0');
  return `${hundredths < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** Exact sum; "0.00" without arguments. */
export function addHours(...hours: readonly Hours[]): Hours {
  return fromHundredths(hours.reduce((sum, each) => sum + toHundredths(each), 0));
}

/** Exact difference a − b; may be negative. */
export function subtractHours(a: Hours, b: Hours): Hours {
  return fromHundredths(toHundredths(a) - toHundredths(b));
}

/** For sorting and comparing: negative when a < b, 0 when equal, positive when a > b. */
export function compareHours(a: Hours, b: Hours): number {
  return toHundredths(a) - toHundredths(b);
}
