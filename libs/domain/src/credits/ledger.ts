import { canonicalJson } from '../shared/canonical-json.ts';
import type { Json } from '../shared/canonical-json.ts';
import { addHours, fromHundredths, toHundredths } from './hours.ts';
import type { Counter, Hours } from './hours.ts';

export type SourceKind = 'lesson' | 'exam' | 'recognition' | 'reversal';

/** One row of the append-only credit ledger. */
export type LedgerEntry = {
  readonly id: string;
  readonly personId: string;
  /** 1, 2, 3 … without gaps per person. */
  readonly seq: number;
  readonly counter: Counter;
  /** Negative in a reversal. */
  readonly hours: Hours;
  /** ISO instant of the event by the server's clock. */
  readonly effectiveAt: string;
  /** The year that the hours count for, in the school's zone; a reversal has the year of what it reverses. */
  readonly year: number;
  /** The organization the person belonged to at that time. */
  readonly organizationId: string;
  readonly sourceKind: SourceKind;
  readonly sourceId: string;
  /** 1 for nearly everything; 1, 2 … for the parts of a class that was split across years. */
  readonly part: number;
  readonly policyVersion: number;
  readonly reversesId: string | null;
  /** Ids and figures only, no names or texts about people: the ledger outlives an anonymised person. */
  readonly evidence: { readonly [key: string]: Json };
  /** Account that recorded it; null when the system did. */
  readonly recordedBy: string | null;
};

/** SHA-256 of a text in UTF-8, as lower-case hex. Passed in, because this library imports nothing. */
export type Sha256 = (text: string) => string;

/**
 * The text that is hashed: version 1, sorted keys, the person's previous hash (null for the first entry).
 * Hours and instant are brought to one form first, so that a row read back gives the same text.
 */
export function canonicalEntry(entry: LedgerEntry, previousHash: string | null): string {
  return canonicalJson({
    counter: entry.counter,
    effectiveAt: new Date(entry.effectiveAt).toISOString(),
    evidence: entry.evidence,
    hours: fromHundredths(toHundredths(entry.hours)),
    id: entry.id,
    organizationId: entry.organizationId,
    part: entry.part,
    personId: entry.personId,
    policyVersion: entry.policyVersion,
    previousHash,
    recordedBy: entry.recordedBy,
    reversesId: entry.reversesId,
    seq: entry.seq,
    sourceId: entry.sourceId,
    sourceKind: entry.sourceKind,
    v: 1,
    year: entry.year,
  });
}

/** The hash of an entry's canonical text. */
export function hashEntry(canonical: string, sha256: Sha256): string {
  return sha256(canonical);
}

/** The balance of one person's entries in a counter: in one year, or over all years when `year` is null. */
export function balanceOf(
  entries: readonly Pick<LedgerEntry, 'counter' | 'year' | 'hours'>[],
  counter: Counter,
  year: number | null,
): Hours {
  const counted = entries.filter((entry) => entry.counter === counter && (year === null || entry.year === year));
  return addHours(...counted.map(({ hours }) => hours));
}
