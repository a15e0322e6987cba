import { randomBytes } from 'node:crypto';
import {
  canonicalEntry,
  hashEntry,
  subtractHours,
  yearIn,
  type Counter,
  type Hours,
  type LedgerEntry,
  type SourceKind,
} from '@dangxiao/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../config/clock.ts';
import { Config } from '../../config/config.ts';
import type { Tx } from '../../database/unit-of-work.ts';
import { ApiError } from '../../http/api-error.ts';
import { appendEntry, claimedEntry, entryById, lockChain, organizationOn, requestedEntry } from './ledger.sql.ts';
import { sha256 } from './sha256.ts';

/** Hours for something that a person did; what pays for it is named by its source. */
export interface Award {
  personId: string;
  counter: Counter;
  hours: Hours;
  /** When it happened, by the server's clock: decides year and organization. */
  effectiveAt: Date;
  sourceKind: Exclude<SourceKind, 'reversal'>;
  sourceId: string;
  policyVersion: number;
  /** Ids and figures only: the ledger outlives an anonymised person. */
  evidence: LedgerEntry['evidence'];
  recordedBy: string | null;
}

export interface Booked {
  entryId: string;
  hours: Hours;
  /** False when the source was paid for already: this is that entry, and nothing was written. */
  created: boolean;
}

type Booking = Omit<LedgerEntry, 'id' | 'seq' | 'effectiveAt'> & { effectiveAt: Date };

/**
 * The only writer of the ledger. Entries of a person are appended one after the other under the lock of the person's chain, each with the hash
 * of the one before; a source is claimed once, and again only after a reversal. Everything happens in the caller's transaction.
 */
@Injectable()
export class Ledger {
  constructor(
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  /** Enters hours exactly once for their source: calling again returns the entry that stands. */
  async award(tx: Tx, award: Award): Promise<Booked> {
    const head = await lockChain(tx, award.personId);
    const standing =
      award.sourceKind === 'recognition'
        ? await requestedEntry(tx, award)
        : await claimedEntry(tx, { ...award, part: 1 });
    if (standing) return { entryId: standing.id, hours: standing.hours, created: false };
    const organizationId = await organizationOn(tx, award.personId, award.effectiveAt, this.config.zone);
    const year = yearIn(this.config.zone, award.effectiveAt);
    return this.append(tx, head, { ...award, year, organizationId, part: 1, reversesId: null });
  }

  /**
   * Takes an entry back by its opposite, in the same year and organization; frees its source.
   * @throws ApiError entry_not_reversible for a reversal, entry_already_reversed
   */
  async reverse(
    tx: Tx,
    entryId: string,
    by: { evidence: LedgerEntry['evidence']; recordedBy: string },
  ): Promise<Booked> {
    const before = await entryById(tx, entryId);
    if (!before) throw new ApiError('entry_not_found');
    if (before.sourceKind === 'reversal') throw new ApiError('entry_not_reversible');
    const head = await lockChain(tx, before.personId);
    // Read again under the lock: another reversal may have come first.
    const entry = await entryById(tx, entryId);
    if (!entry || entry.reversed) throw new ApiError('entry_already_reversed');
    await tx.execute('delete from credit_claim where person_id = $1 and entry_id = $2', [entry.personId, entryId]);
    return this.append(tx, head, {
      ...entry,
      ...by,
      hours: subtractHours('0.00', entry.hours),
      effectiveAt: this.clock.now(),
      sourceKind: 'reversal',
      sourceId: entryId,
      part: 1,
      reversesId: entryId,
    });
  }

  /** Enters a reversed entry's hours again, with its evidence, year and organization, unless its source was paid for anew meanwhile. */
  async restore(tx: Tx, entryId: string, recordedBy: string): Promise<Booked> {
    const entry = await entryById(tx, entryId);
    if (!entry) throw new ApiError('entry_not_found');
    const head = await lockChain(tx, entry.personId);
    const standing = await claimedEntry(tx, entry);
    if (standing) return { entryId: standing.id, hours: standing.hours, created: false };
    return this.append(tx, head, { ...entry, recordedBy, reversesId: null });
  }

  private async append(tx: Tx, head: { seq: number; hash: string }, booking: Booking): Promise<Booked> {
    const now = this.clock.now();
    const entry: LedgerEntry = {
      id: uuidAt(now),
      seq: head.seq + 1,
      ...pick(booking),
      effectiveAt: booking.effectiveAt.toISOString(),
    };
    const previousHash = head.seq === 0 ? null : head.hash;
    const hash = hashEntry(canonicalEntry(entry, previousHash), sha256);
    await appendEntry(tx, { ...entry, recordedAt: now, previousHash, hash });
    return { entryId: entry.id, hours: entry.hours, created: true };
  }
}

/** A UUID of version 7: the id is part of the hash, so it is made before the row. */
function uuidAt(instant: Date): string {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(instant.getTime(), 0, 6);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

function pick(booking: Booking): Omit<Booking, 'effectiveAt'> {
  const { personId, counter, hours, year, organizationId, sourceKind, sourceId, part } = booking;
  const { policyVersion, reversesId, evidence, recordedBy } = booking;
  return {
    personId,
    counter,
    hours,
    year,
    organizationId,
    sourceKind,
    sourceId,
    part,
    policyVersion,
    reversesId,
    evidence,
    recordedBy,
  };
}
