import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { verifyChain } from './ledger-chain.ts';
import type { ChainedEntry } from './ledger-chain.ts';
import { balanceOf, canonicalEntry, hashEntry } from './ledger.ts';
import type { LedgerEntry } from './ledger.ts';

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');
const LESSON: LedgerEntry = {
  id: 'e1',
  personId: 'p1',
  seq: 1,
  counter: 'online',
  hours: '0.50',
  effectiveAt: '2026-03-01T02:00:00.000Z',
  year: 2026,
  organizationId: 'o1',
  sourceKind: 'lesson',
  sourceId: 's1',
  part: 1,
  policyVersion: 1,
  reversesId: null,
  evidence: { durationMs: 1_200_000, coverage: '{[0,1200000)}' },
  recordedBy: null,
};

/** Chains entries as the ledger does: numbered from 1, each with the hash of the one before. */
function chain(...entries: Partial<LedgerEntry>[]): ChainedEntry[] {
  const chained: ChainedEntry[] = [];
  for (const [index, each] of entries.entries()) {
    const entry = { ...LESSON, id: `e${index + 1}`, sourceId: `s${index + 1}`, seq: index + 1, ...each };
    const previousHash = chained.at(-1)?.hash ?? null;
    chained.push({ ...entry, previousHash, hash: hashEntry(canonicalEntry(entry, previousHash), sha256) });
  }
  return chained;
}

const reversal = (reversesId: string, change: Partial<LedgerEntry> = {}): Partial<LedgerEntry> => ({
  sourceKind: 'reversal',
  reversesId,
  hours: '-0.50',
  ...change,
});

function replaced(entries: ChainedEntry[], index: number, change: Partial<ChainedEntry>): ChainedEntry[] {
  return entries.map((entry, at) => (at === index ? { ...entry, ...change } : entry));
}

describe('canonical entry', () => {
  it('is version 1, for ever', () => {
    expect(canonicalEntry(LESSON, 'abc')).toBe(
      '{"counter":"online","effectiveAt":"2026-03-01T02:00:00.000Z","evidence":{"coverage":"{[0,1200000)}","durationMs":1200000},' +
        '"hours":"0.50","id":"e1","organizationId":"o1","part":1,"personId":"p1","policyVersion":1,"previousHash":"abc",' +
        '"recordedBy":null,"reversesId":null,"seq":1,"sourceId":"s1","sourceKind":"lesson","v":1,"year":2026}',
    );
  });

  it('is the same for another spelling of the instant and holds nothing but its own fields', () => {
    const asRead = { ...LESSON, effectiveAt: '2026-03-01T10:00:00+08:00', recordedAt: 'x', name: '王芳' };
    expect(canonicalEntry(asRead, null)).toBe(canonicalEntry(LESSON, null));
  });
});

describe('verifying a chain', () => {
  it('accepts awards, reversals and a new award after the reversal', () => {
    const entries = chain({}, reversal('e1'), { sourceId: 's1' }, { year: 2027 });
    expect(verifyChain(entries, sha256)).toEqual({ ok: true });
    expect(verifyChain([], sha256)).toEqual({ ok: true });
  });

  it.each<[string, ChainedEntry[], number, string]>([
    ['a gap', chain({}, {}, {}).toSpliced(1, 1), 1, 'sequence'],
    ['a wrong start', chain({ seq: 2 }), 0, 'sequence'],
    ['an entry of somebody else', chain({}, { personId: 'p2' }), 1, 'person'],
    ['a broken link', replaced(chain({}, {}), 1, { previousHash: null }), 1, 'previous_hash'],
    ['a source paid twice', chain({}, {}, { sourceId: 's1' }), 2, 'paid_twice'],
    ['the same lecture paid again in January', chain({}, { sourceId: 's1', year: 2027 }), 1, 'paid_twice'],
    ['a reversal of nothing', chain({}, reversal('e9')), 1, 'reversal'],
    ['a reversal without a target', chain({}, reversal('e1', { reversesId: null })), 1, 'reversal'],
    ['a second reversal', chain({}, reversal('e1'), reversal('e1')), 2, 'reversal'],
    ['a reversal of a reversal', chain({}, reversal('e1'), reversal('e2', { hours: '0.50' })), 2, 'reversal'],
    ['a reversal of half the hours', chain({}, reversal('e1', { hours: '-0.25' })), 1, 'reversal'],
    ['a reversal in another year', chain({}, reversal('e1', { year: 2027 })), 1, 'reversal'],
    ['an award that claims to reverse', chain({}, { reversesId: 'e1' }), 1, 'reversal'],
  ])('names %s', (_, entries, index, reason) =>
    expect(verifyChain(entries, sha256)).toEqual({ ok: false, index, reason }),
  );

  it('pays the parts of a class that was split across years', () => {
    const entries = chain({ part: 1 }, { sourceId: 's1', part: 2, year: 2027 });
    expect(verifyChain(entries, sha256)).toEqual({ ok: true });
  });

  it('shows a cut and a rewritten tail against the anchored head', () => {
    const entries = chain({}, {}, {});
    const head = { seq: 3, hash: entries[2]?.hash ?? '' };
    expect(verifyChain(entries, sha256, head)).toEqual({ ok: true });
    expect(verifyChain(entries.slice(0, 2), sha256, head)).toEqual({ ok: false, index: 2, reason: 'cut' });
    const rewritten = chain({}, {}, { hours: '1.00' });
    expect(verifyChain(rewritten, sha256, head)).toEqual({ ok: false, index: 2, reason: 'cut' });
  });

  it('P9 finds any change of any field of any entry', () => {
    const entries = chain({}, {}, reversal('e1'), {
      counter: 'centralised',
      sourceKind: 'recognition',
      recordedBy: 'a1',
    });
    const fields = Object.keys(LESSON) as (keyof LedgerEntry)[];
    const forged: Record<keyof LedgerEntry, unknown> = {
      id: 'x',
      personId: 'x',
      seq: 9,
      counter: 'other',
      hours: '9.00',
      effectiveAt: '2020-01-01T00:00:00.000Z',
      year: 2020,
      organizationId: 'x',
      sourceKind: 'exam',
      sourceId: 'x',
      part: 2,
      policyVersion: 9,
      reversesId: 'x',
      evidence: {},
      recordedBy: 'x',
    };
    fc.assert(
      fc.property(fc.nat(entries.length - 1), fc.constantFrom(...fields), (index, field) => {
        const changed = replaced(entries, index, { [field]: forged[field] });
        expect(verifyChain(changed, sha256)).toMatchObject({ ok: false });
      }),
    );
  });
});

describe('balance', () => {
  const entry = fc.record({
    counter: fc.constantFrom('online' as const, 'centralised' as const),
    year: fc.constantFrom(2025, 2026),
    hours: fc.constantFrom('0.25', '0.50', '1.00', '-0.25', '-1.00'),
  });

  it('counts one counter and one year, reversals against their awards', () => {
    const entries = chain(
      {},
      { hours: '1.00' },
      reversal('e1'),
      { year: 2025 },
      { counter: 'centralised', hours: '8.00' },
    );
    expect(balanceOf(entries, 'online', 2026)).toBe('1.00');
    expect(balanceOf(entries, 'online', null)).toBe('1.50');
    expect(balanceOf(entries, 'centralised', 2026)).toBe('8.00');
    expect(balanceOf([], 'online', 2026)).toBe('0.00');
  });

  it('P9 is the sum in whole hundredths, whatever the order', () => {
    fc.assert(
      fc.property(fc.array(entry), (entries) => {
        const cents = entries
          .filter(({ counter, year }) => counter === 'online' && year === 2026)
          .reduce((sum, { hours }) => sum + Math.round(Number(hours) * 100), 0);
        expect(Number(balanceOf(entries, 'online', 2026)) * 100).toBeCloseTo(cents, 6);
        expect(balanceOf(entries.toReversed(), 'online', 2026)).toBe(balanceOf(entries, 'online', 2026));
      }),
    );
  });
});
