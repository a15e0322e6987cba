import { toHundredths } from './hours.ts';
import { canonicalEntry, hashEntry } from './ledger.ts';
import type { LedgerEntry, Sha256 } from './ledger.ts';

/** An entry with its place in the person's hash chain. */
export type ChainedEntry = LedgerEntry & { readonly previousHash: string | null; readonly hash: string };

/** The head of a chain as anchored earlier in a signed row. */
export type ChainHead = { readonly seq: number; readonly hash: string };

export type ChainFault = 'person' | 'sequence' | 'previous_hash' | 'hash' | 'reversal' | 'paid_twice' | 'cut';
export type ChainVerdict = { ok: true } | { ok: false; index: number; reason: ChainFault };

/**
 * Re-derives the chain of one person, entries in the order of seq, and names the first wrong one by its index:
 * another person's entry, a missing seq, a wrong link, changed content, a reversal that does not undo exactly one earlier entry,
 * or a source paid again without a reversal. With an `anchor` a cut or rewritten tail shows as well ('cut').
 */
export function verifyChain(entries: readonly ChainedEntry[], sha256: Sha256, anchor?: ChainHead): ChainVerdict {
  const standing = new Map<string, ChainedEntry>();
  for (const [index, entry] of entries.entries()) {
    const reason = linkFault(entry, entries[index - 1], index, sha256) ?? bookingFault(entry, standing);
    if (reason) return { ok: false, index, reason };
    if (entry.seq === anchor?.seq && entry.hash !== anchor.hash) return { ok: false, index, reason: 'cut' };
  }
  if (anchor && anchor.seq > entries.length) return { ok: false, index: entries.length, reason: 'cut' };
  return { ok: true };
}

function linkFault(
  entry: ChainedEntry,
  previous: ChainedEntry | undefined,
  index: number,
  sha256: Sha256,
): ChainFault | null {
  if (previous && entry.personId !== previous.personId) return 'person';
  if (entry.seq !== index + 1) return 'sequence';
  if (entry.previousHash !== (previous?.hash ?? null)) return 'previous_hash';
  return entry.hash === hashEntry(canonicalEntry(entry, entry.previousHash), sha256) ? null : 'hash';
}

/** `standing` holds the un-reversed awards by their source; it is updated. */
function bookingFault(entry: ChainedEntry, standing: Map<string, ChainedEntry>): ChainFault | null {
  if (entry.sourceKind !== 'reversal') {
    if (entry.reversesId !== null) return 'reversal';
    const key = JSON.stringify([entry.counter, entry.sourceKind, entry.sourceId, entry.part]);
    if (standing.has(key)) return 'paid_twice';
    standing.set(key, entry);
    return null;
  }
  const [key, reversed] = [...standing].find(([, award]) => award.id === entry.reversesId) ?? [];
  const undoes =
    reversed !== undefined &&
    reversed.counter === entry.counter &&
    reversed.year === entry.year &&
    toHundredths(reversed.hours) + toHundredths(entry.hours) === 0;
  if (key === undefined || !undoes) return 'reversal';
  standing.delete(key);
  return null;
}
