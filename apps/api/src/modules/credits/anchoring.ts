import { createHash, createHmac } from 'node:crypto';
import { canonicalJson } from '@dangxiao/domain';
import type { Sql } from '../../database/sql.ts';

/** What an anchor states: how all chains stood at an instant, and which anchor came before. */
export interface AnchorStatement {
  day: string;
  /** Entries recorded before this instant are meant. */
  until: Date;
  entries: number;
  /** Of every person's last entry. */
  headsHash: string;
  previousSignature: string | null;
}

const PAGE = 5_000;

const heads = `
  select distinct on (person_id) person_id as "personId", seq, hash from credit_entry
  where recorded_at < $1 and ($2::uuid is null or person_id > $2) order by person_id, seq desc limit ${PAGE}`;

/** How the chains stood: the number of entries recorded before `until`, and one hash over the last of each person. */
export async function headsBefore(sql: Sql, until: Date): Promise<Pick<AnchorStatement, 'entries' | 'headsHash'>> {
  const counted = await sql.one<{ entries: number }>(
    'select count(*)::float8 as entries from credit_entry where recorded_at < $1',
    [until],
  );
  const hash = createHash('sha256');
  for (let after: string | null = null, more = true; more;) {
    const rows: { personId: string; seq: number; hash: string }[] = await sql.query(heads, [until, after]);
    for (const row of rows) hash.update(`${row.personId}:${row.seq}:${row.hash}\n`);
    after = rows.at(-1)?.personId ?? null;
    more = rows.length === PAGE;
  }
  return { entries: counted?.entries ?? 0, headsHash: hash.digest('hex') };
}

/** HMAC-SHA256 of the canonical statement: only somebody with the school's secret can make an anchor. */
export function signAnchor(
  key: Buffer,
  { day, until, entries, headsHash, previousSignature }: AnchorStatement,
): string {
  const text = canonicalJson({ v: 1, day, until: until.toISOString(), entries, headsHash, previousSignature });
  return createHmac('sha256', key).update(text, 'utf8').digest('hex');
}
