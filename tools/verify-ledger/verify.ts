import { balanceOf, toHundredths, verifyChain, type ChainedEntry, type ChainFault } from '@dangxiao/domain';
import { sha256 } from '../../apps/api/src/modules/credits/sha256.ts';
import type { Sql } from '../../apps/api/src/database/sql.ts';
import { wrongAnchor } from './anchors.ts';
import { peopleAfter, readPeople, type Books } from './books.ts';

/** The first row that is not what the entries say. */
export interface Wrong {
  table: string;
  /** Which row, readable: ids and figures only. */
  row: string;
  what: string;
}

export interface Report {
  people: number;
  entries: number;
  balances: number;
  anchors: number;
  wrong: Wrong | null;
}

const faults: Record<ChainFault, string> = {
  person: 'belongs to another person',
  sequence: 'is out of sequence: an entry before it is missing or was added',
  previous_hash: 'does not follow from the entry before it',
  hash: 'was changed: its content does not give its hash',
  reversal: 'does not take back exactly one earlier entry',
  paid_twice: 'pays a source again that was not reversed',
  cut: 'is missing: the chain was cut',
};

/**
 * Derives everything anew from the entries, person by person: hash chains, heads, balances, claims; then the signed anchors. Stops at the
 * first wrong row. Memory stays small however long the ledger is.
 * @param sql one transaction that sees one state throughout
 * @param key of the anchors; null when the school's secret is not at hand
 */
export async function verifyLedger(sql: Sql, key: Buffer | null): Promise<Report> {
  const report: Report = { people: 0, entries: 0, balances: 0, anchors: 0, wrong: null };
  for (let after: string | null = null; ;) {
    const ids: string[] = await peopleAfter(sql, after);
    after = ids.at(-1) ?? null;
    if (after === null) break;
    for (const [personId, books] of await readPeople(sql, ids)) {
      report.people += 1;
      report.entries += books.entries.length;
      report.balances += books.balances.length;
      report.wrong = wrongIn(personId, books);
      if (report.wrong) return report;
    }
  }
  const { anchors, wrong } = await wrongAnchor(sql, key);
  return { ...report, anchors, wrong };
}

function wrongIn(personId: string, books: Books): Wrong | null {
  return wrongEntry(personId, books) ?? wrongBalance(personId, books) ?? wrongClaim(personId, books);
}

function wrongEntry(personId: string, { entries, head }: Books): Wrong | null {
  const person = `person ${personId}`;
  const verdict = verifyChain(entries, sha256, head && head.seq > 0 ? head : undefined);
  if (!verdict.ok) {
    const entry = entries[verdict.index];
    const which = entry ? `entry ${entry.id}, ledger number ${entry.seq}` : `ledger number ${verdict.index + 1}`;
    return { table: 'credit_entry', row: `${which}, ${person}`, what: faults[verdict.reason] };
  }
  const last = entries.at(-1);
  if ((last?.seq ?? 0) === (head?.seq ?? 0)) return null;
  return {
    table: 'credit_chain',
    row: person,
    what: `says ${head?.seq ?? 'nothing'}, but the ledger ends with ${last?.seq ?? 0}`,
  };
}

function wrongBalance(personId: string, { entries, balances }: Books): Wrong | null {
  const keys = new Set([...entries, ...balances].map(({ year, counter }) => `${year} ${counter}`));
  for (const key of [...keys].sort()) {
    const stored = balances.find(({ year, counter }) => `${year} ${counter}` === key);
    const of = stored ?? entries.find(({ year, counter }) => `${year} ${counter}` === key);
    const derived = of ? balanceOf(entries, of.counter, of.year) : '0.00';
    if (toHundredths(stored?.hours ?? '0.00') === toHundredths(derived)) continue;
    const what = `says ${stored?.hours ?? 'nothing'}, the entries sum up to ${derived}`;
    return { table: 'credit_balance', row: `${key}, person ${personId}`, what };
  }
  return null;
}

const claimKey = (claim: Pick<ChainedEntry, 'counter' | 'sourceKind' | 'sourceId' | 'part'>) =>
  `${claim.counter} ${claim.sourceKind} ${claim.sourceId} part ${claim.part}`;

function wrongClaim(personId: string, { entries, claims }: Books): Wrong | null {
  const reversed = new Set(entries.map(({ reversesId }) => reversesId));
  const standing = entries.filter(({ id, sourceKind }) => sourceKind !== 'reversal' && !reversed.has(id));
  const derived = new Map(standing.map((entry) => [claimKey(entry), entry.id]));
  const stored = new Map(claims.map((claim) => [claimKey(claim), claim.entryId]));
  for (const key of new Set([...derived.keys(), ...stored.keys()])) {
    if (derived.get(key) === stored.get(key)) continue;
    const what = `names entry ${stored.get(key) ?? 'none'}, the ledger has ${derived.get(key) ?? 'none that stands'}`;
    return { table: 'credit_claim', row: `${key}, person ${personId}`, what };
  }
  return null;
}
