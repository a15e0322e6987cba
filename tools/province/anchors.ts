import { readFileSync } from 'node:fs';
import path from 'node:path';
import type pg from 'pg';
import { deriveKey } from '../../apps/api/src/config/derive-key.ts';
import { signAnchor } from '../../apps/api/src/modules/credits/anchoring.ts';
import { peopleAfter } from '../verify-ledger/books.ts';
import { sqlOf } from '../verify-ledger/connection.ts';
import { HeadsAt } from '../verify-ledger/heads.ts';
import { Days } from './days.ts';

export interface Anchoring {
  zone: string;
  dataDir: string;
  from: number;
  until: number;
}

/** Signs how the chains stood at the end of each day before today, as the nightly job would have. @returns how many days */
export async function anchorDays(client: pg.Client, { zone, dataDir, from, until }: Anchoring): Promise<number> {
  const days = new Days(zone, from, until);
  const [first, today] = [days.indexOf(from), days.indexOf(until)];
  const ends = Array.from({ length: today - first }, (_, index) => days.start(first + index + 1));
  const heads = new HeadsAt(ends);
  await readChains(client, heads);
  const key = deriveKey(readFileSync(path.join(dataDir, 'secret')), 'anchors');
  let previousSignature: string | null = null;
  const rows: object[] = [];
  for (const [index, { entries, headsHash }] of heads.results().entries()) {
    const end = new Date(ends[index] ?? 0);
    const day = days.name(first + index);
    const signature = signAnchor(key, { day, until: end, entries, headsHash, previousSignature });
    // The job runs at ten past three.
    const made = new Date(end.getTime() + 190 * 60_000);
    rows.push({ day, until: end, entries, headsHash, previousSignature, signature, made });
    previousSignature = signature;
  }
  await client.query(
    `insert into credit_anchor (day, until, entries, heads_hash, previous_signature, signature, created_at)
     select day, until, entries, "headsHash", "previousSignature", signature, made from jsonb_to_recordset($1::jsonb)
       as r(day date, until timestamptz, entries bigint, "headsHash" text, "previousSignature" text, signature text, made timestamptz)
     order by day`,
    [JSON.stringify(rows)],
  );
  return rows.length;
}

/** Lists with commas: arrays take several times as long to read. */
interface Row {
  personId: string;
  recordedAt: string;
  hashes: string;
}

/** Every person's entries, in the order of the people. */
async function readChains(client: pg.Client, heads: HeadsAt): Promise<void> {
  for (let after: string | null = null; ;) {
    const ids: string[] = await peopleAfter(sqlOf(client), after);
    after = ids.at(-1) ?? null;
    if (after === null) return;
    const { rows } = await client.query<Row>(
      `select person_id as "personId", string_agg(floor(extract(epoch from recorded_at) * 1000)::bigint::text, ',' order by seq) as "recordedAt",
         string_agg(hash, ',' order by seq) as hashes
       from credit_entry where person_id = any($1::uuid[]) group by person_id order by person_id`,
      [ids],
    );
    for (const { personId, recordedAt, hashes } of rows)
      heads.add({ personId, recordedAt: recordedAt.split(',').map(Number), hashes: hashes.split(',') });
  }
}
