import { canonicalJson } from '@dangxiao/domain';
import type { Sql } from '../../database/sql.ts';
import { sha256 } from './sha256.ts';

/** What somebody wrote about an entry. The entry holds only its hash, so that the words can go when a person is anonymised. */
export interface Note {
  title: string | null;
  reason: string;
}

export const noteHash = ({ title, reason }: Note): string => sha256(canonicalJson({ title, reason }));

export async function keepNote(sql: Sql, entryId: string, { title, reason }: Note): Promise<void> {
  await sql.execute('insert into credit_note (entry_id, title, reason) values ($1, $2, $3)', [entryId, title, reason]);
}

/** The note of an entry that is entered again. */
export async function copyNote(sql: Sql, fromEntryId: string, toEntryId: string): Promise<void> {
  await sql.execute(
    `insert into credit_note (entry_id, title, reason) select $2, title, reason from credit_note where entry_id = $1
     on conflict (entry_id) do nothing`,
    [fromEntryId, toEntryId],
  );
}
