import { headsBefore, signAnchor, type AnchorStatement } from '../../apps/api/src/modules/credits/anchoring.ts';
import type { Sql } from '../../apps/api/src/database/sql.ts';
import type { Wrong } from './verify.ts';

type Anchor = AnchorStatement & { signature: string };

/** Checks every anchor from the first day on: its signature, its place after the one before, and that the chains still stand as it states. */
export async function wrongAnchor(sql: Sql, key: Buffer | null): Promise<{ anchors: number; wrong: Wrong | null }> {
  const anchors = await sql.query<Anchor>(
    `select day::text, until, entries::float8 as entries, heads_hash as "headsHash", previous_signature as "previousSignature", signature
     from credit_anchor order by day`,
  );
  let previous: string | null = null;
  for (const anchor of anchors) {
    const what = await fault(sql, key, anchor, previous);
    if (what) return { anchors: anchors.length, wrong: { table: 'credit_anchor', row: `day ${anchor.day}`, what } };
    previous = anchor.signature;
  }
  return { anchors: anchors.length, wrong: null };
}

async function fault(sql: Sql, key: Buffer | null, anchor: Anchor, previous: string | null): Promise<string | null> {
  if (key === null) return 'cannot be checked without the school’s secret: set SECRET_KEY or DATA_DIR';
  if (anchor.signature !== signAnchor(key, anchor)) return 'was changed, or signed with another secret';
  if (anchor.previousSignature !== previous) return 'does not follow from the anchor before it: one is missing';
  const { entries, headsHash } = await headsBefore(sql, anchor.until);
  if (entries !== anchor.entries) return `states ${anchor.entries} entries up to its day, the ledger has ${entries}`;
  return headsHash === anchor.headsHash
    ? null
    : 'states other last entries than the ledger has: a chain was cut or rewritten';
}
