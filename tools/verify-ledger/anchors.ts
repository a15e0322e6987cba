import { signAnchor, type AnchorStatement } from '../../apps/api/src/modules/credits/anchoring.ts';
import type { Sql } from '../../apps/api/src/database/sql.ts';
import type { HeadsAt } from './heads.ts';
import type { Wrong } from './verify.ts';

export type Anchor = AnchorStatement & { signature: string };

/** Every anchor, from the first day on. */
export function readAnchors(sql: Sql): Promise<Anchor[]> {
  return sql.query<Anchor>(
    `select day::text, until, entries::float8 as entries, heads_hash as "headsHash", previous_signature as "previousSignature", signature
     from credit_anchor order by day`,
  );
}

/**
 * Checks each anchor: its signature, its place after the one before, and that the chains still stand as it states.
 * @param heads how they stand, for each of the anchors
 */
export function wrongAnchor(
  anchors: readonly Anchor[],
  key: Buffer | null,
  heads: ReturnType<HeadsAt['results']>,
): Wrong | null {
  let previous: string | null = null;
  for (const [index, anchor] of anchors.entries()) {
    const what = fault(key, anchor, previous, heads[index] ?? { entries: 0, headsHash: '' });
    if (what) return { table: 'credit_anchor', row: `day ${anchor.day}`, what };
    previous = anchor.signature;
  }
  return null;
}

function fault(
  key: Buffer | null,
  anchor: Anchor,
  previous: string | null,
  { entries, headsHash }: { entries: number; headsHash: string },
): string | null {
  if (key === null) return 'cannot be checked without the school’s secret: set SECRET_KEY or DATA_DIR';
  if (anchor.signature !== signAnchor(key, anchor)) return 'was changed, or signed with another secret';
  if (anchor.previousSignature !== previous) return 'does not follow from the anchor before it: one is missing';
  if (entries !== anchor.entries) return `states ${anchor.entries} entries up to its day, the ledger has ${entries}`;
  return headsHash === anchor.headsHash
    ? null
    : 'states other last entries than the ledger has: a chain was cut or rewritten';
}
