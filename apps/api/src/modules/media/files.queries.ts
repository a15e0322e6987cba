import type { Sql } from '../../database/sql.ts';
import type { Actor } from '../../http/actor.ts';
import { scopeOf } from '../../http/scope.ts';
import type { Purpose } from './file-kinds.ts';
import { fileKey } from './keys-of-files.ts';

export interface FileFacts {
  purpose: Purpose;
  organizationId: string;
  name: string;
  type: string;
  bytes: number;
  sha256: string;
}

/** Writes the row of a small file. @returns its id, which gives its storage key */
export async function insertFile(tx: Sql, file: FileFacts, accountId: string, now: Date): Promise<string> {
  const [row] = await tx.query<{ id: string }>('select uuidv7() as id');
  if (!row) throw new Error('No id');
  const { purpose, organizationId, name, type, bytes, sha256 } = file;
  await tx.execute(
    `insert into stored_file (id, purpose, organization_id, name, type, bytes, sha256, storage_key, created_by, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [row.id, purpose, organizationId, name, type, bytes, sha256, fileKey(row.id), accountId, now],
  );
  return row.id;
}

export interface ReadableFile {
  purpose: Purpose;
  name: string;
  type: string;
  storageKey: string;
}

const readable = `
  select f.purpose, f.name, f.type, f.storage_key as "storageKey"
  from stored_file f join organization o on o.id = f.organization_id
  where f.id = $1 and (f.purpose = 'cover' or f.created_by = $2 or o.path <@ any($4::ltree[])
    or exists (select from credit_entry e join person p on p.id = e.person_id
      join organization home on home.id = p.current_organization_id
      where e.source_kind = 'recognition' and e.evidence -> 'fileIds' ? f.id::text
        and (e.person_id = $3 or home.path <@ any($4::ltree[]))))`;

/** A cover; or evidence that is about the actor, was brought by the actor, or belongs to a record that the actor may read. Null otherwise. */
export function readableFile(sql: Sql, actor: Actor, fileId: string): Promise<ReadableFile | null> {
  return sql.one(readable, [fileId, actor.accountId, actor.personId, scopeOf(actor, 'records.read').paths]);
}
