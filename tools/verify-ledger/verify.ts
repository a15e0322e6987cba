import { balanceOf, toHundredths, verifyChain, type ChainedEntry, type ChainFault } from '@dangxiao/domain';
import { sha256 } from '../../apps/api/src/modules/credits/sha256.ts';
import type { Sql } from '../../apps/api/src/database/sql.ts';
import { readAnchors, wrongAnchor } from './anchors.ts';
import { peopleAfter, readPeople, type Books } from './books.ts';
import { HeadsAt, type Chain } from './heads.ts';
import { watchedRows } from './watched.ts';
import { verifyWatching } from './watching.ts';

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
  /** Records of lessons, each derived from its heartbeats. */
  lessons: number;
  heartbeats: number;
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

/** What some people's books came to. */
export interface Part {
  people: number;
  entries: number;
  balances: number;
  lessons: number;
  heartbeats: number;
  wrong: Wrong | null;
  /** In the order of the people. */
  chains: Chain[];
}

/**
 * Derives the books of these people anew (hash chains, heads, balances, claims), and what they covered of every lesson. Stops at the first
 * wrong row.
 * @param ids everybody between the first and the last, in order
 */
export async function verifyPeople(sql: Sql, ids: readonly string[]): Promise<Part> {
  const part: Part = { people: 0, entries: 0, balances: 0, lessons: 0, heartbeats: 0, wrong: null, chains: [] };
  const everybody = await readPeople(sql, ids);
  const rows = watchedRows(sql, ids);
  for (const personId of ids) {
    const books = everybody.get(personId);
    const watched = await verifyWatching(rows, personId, books?.entries ?? []);
    part.lessons += watched.lessons;
    part.heartbeats += watched.heartbeats;
    if (!books) {
      part.wrong = watched.wrong;
      if (part.wrong) break;
      continue;
    }
    const { entries } = books;
    part.people += 1;
    part.entries += entries.length;
    part.balances += books.balances.length;
    part.wrong = wrongIn(personId, books) ?? watched.wrong;
    if (part.wrong) break;
    const recordedAt = entries.map((entry) => entry.recordedAt.getTime());
    part.chains.push({ personId, recordedAt, hashes: entries.map(({ hash }) => hash) });
  }
  return part;
}

const counts = ['people', 'entries', 'balances', 'lessons', 'heartbeats'] as const;

/** How some people's books are looked at: here, or by a helper on another core. */
export type VerifyPeople = (ids: readonly string[]) => Promise<Part>;

/**
 * Derives everything anew from the entries, person by person, and checks the signed anchors in the same pass. Names the first wrong row.
 * Memory stays small however long the ledger is.
 * @param sql one transaction that sees one state throughout
 * @param key of the anchors; null when the school's secret is not at hand
 * @param ahead how many parts may be under way at a time
 */
export async function verifyLedger(
  sql: Sql,
  key: Buffer | null,
  verify: VerifyPeople = (ids) => verifyPeople(sql, ids),
  ahead = 1,
): Promise<Report> {
  const anchors = await readAnchors(sql);
  const heads = new HeadsAt(anchors.map(({ until }) => until.getTime()));
  const report: Report = {
    people: 0,
    entries: 0,
    balances: 0,
    anchors: anchors.length,
    lessons: 0,
    heartbeats: 0,
    wrong: null,
  };
  const underWay: Promise<Part>[] = [];
  let after: string | null = null;
  let more = true;
  const begin = async () => {
    if (!more) return;
    const ids = await peopleAfter(sql, after);
    after = ids.at(-1) ?? null;
    more = after !== null;
    if (more) underWay.push(verify(ids));
  };
  for (let part = 0; part < ahead; part += 1) await begin();
  for (let next = underWay.shift(); next; next = underWay.shift()) {
    const { wrong, chains, ...counted } = await next;
    for (const what of counts) report[what] += counted[what];
    if (wrong) {
      await Promise.allSettled(underWay);
      return { ...report, wrong };
    }
    await begin();
    for (const chain of chains) heads.add(chain);
  }
  return { ...report, wrong: wrongAnchor(anchors, key, heads.results()) };
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
