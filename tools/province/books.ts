import {
  addHours,
  canonicalEntry,
  hashEntry,
  subtractHours,
  type Hours,
  type LedgerEntry,
  type SourceKind,
} from '@dangxiao/domain';
import { sha256 } from '../../apps/api/src/modules/credits/sha256.ts';
import { at } from './copy-lines.ts';
import type { Days } from './days.ts';
import { uuidAt } from './ids.ts';
import { organizationOn, type Numbered } from './person.ts';
import type { Rows } from './rows.ts';

/** What is to be entered; the event's day decides year and organization, the recording its place in the chain. */
export interface Booking {
  counter: LedgerEntry['counter'];
  hours: Hours;
  effectiveAt: number;
  recordedAt: number;
  sourceKind: Exclude<SourceKind, 'reversal'>;
  sourceId: string;
  policyVersion: number;
  evidence: LedgerEntry['evidence'];
  recordedBy: string | null;
}

/** One person's chain, appended in the order of recording by the domain's own rules. */
export class Books {
  #seq = 0;
  #hash: string | null = null;
  readonly #balances = new Map<string, Hours>();
  readonly #claims = new Map<string, [string, string, string]>();

  readonly person: Numbered;
  readonly days: Days;
  readonly rows: Rows;

  constructor(person: Numbered, days: Days, rows: Rows) {
    this.person = person;
    this.days = days;
    this.rows = rows;
  }

  award(booking: Booking): LedgerEntry {
    const day = this.days.nameAt(booking.effectiveAt);
    const entry: LedgerEntry = {
      id: uuidAt(booking.recordedAt, this.person.random),
      personId: this.person.id,
      seq: this.#seq + 1,
      counter: booking.counter,
      hours: booking.hours,
      effectiveAt: at(booking.effectiveAt),
      year: Number(day.slice(0, 4)),
      organizationId: organizationOn(this.person, day),
      sourceKind: booking.sourceKind,
      sourceId: booking.sourceId,
      part: 1,
      policyVersion: booking.policyVersion,
      reversesId: null,
      evidence: booking.evidence,
      recordedBy: booking.recordedBy,
    };
    this.#append(entry, booking.recordedAt);
    this.#claims.set(entry.id, [entry.counter, entry.sourceKind, entry.sourceId]);
    return entry;
  }

  /** Takes an entry back by its opposite; its claim is free. */
  reverse(entry: LedgerEntry, recordedAt: number, by: Pick<LedgerEntry, 'evidence' | 'recordedBy'>): LedgerEntry {
    const opposite: LedgerEntry = {
      ...entry,
      ...by,
      id: uuidAt(recordedAt, this.person.random),
      seq: this.#seq + 1,
      hours: subtractHours('0.00', entry.hours),
      effectiveAt: at(recordedAt),
      sourceKind: 'reversal',
      sourceId: entry.id,
      reversesId: entry.id,
    };
    this.#append(opposite, recordedAt);
    this.#claims.delete(entry.id);
    return opposite;
  }

  /** Claims, balances and the head: what the entries left. */
  close(): void {
    const { rows, person } = this;
    for (const [entryId, [counter, kind, source]] of this.#claims)
      rows.credit_claim.add(person.id, counter, kind, source, 1, entryId);
    for (const [key, hours] of this.#balances) {
      const [year, counter] = key.split(' ');
      rows.credit_balance.add(person.id, year, counter, hours);
    }
    if (this.#hash !== null) rows.credit_chain.add(person.id, this.#seq, this.#hash);
  }

  #append(entry: LedgerEntry, recordedAt: number): void {
    const previous = this.#hash;
    const hash = hashEntry(canonicalEntry(entry, previous), sha256);
    this.rows.credit_entry.add(
      entry.id,
      entry.personId,
      entry.seq,
      entry.counter,
      entry.hours,
      entry.effectiveAt,
      entry.year,
      entry.organizationId,
      entry.sourceKind,
      entry.sourceId,
      entry.part,
      entry.policyVersion,
      entry.reversesId,
      JSON.stringify(entry.evidence),
      entry.recordedBy,
      at(recordedAt),
      previous,
      hash,
    );
    this.#seq = entry.seq;
    this.#hash = hash;
    const key = `${entry.year} ${entry.counter}`;
    this.#balances.set(key, addHours(this.#balances.get(key) ?? '0.00', entry.hours));
  }
}
