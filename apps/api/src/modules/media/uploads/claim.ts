import type { Sql } from '../../../database/sql.ts';
import type { Tx } from '../../../database/unit-of-work.ts';
import type { Actor } from '../../../http/actor.ts';
import { ApiError } from '../../../http/api-error.ts';
import type { Storage } from '../storage/index.ts';
import { UPLOAD_ID } from './upload-store.ts';

export interface FinishedUpload {
  id: string;
  fileName: string;
  bytes: number;
}

/**
 * Locks a finished, unclaimed upload of the actor's. The lock lasts until the end of the transaction, so that of two claims one wins.
 * @param keyOf the storage key of an upload id
 * @throws ApiError upload_not_found, upload_incomplete
 */
export async function lockFinishedUpload(
  tx: Tx,
  storage: Storage,
  actor: Actor,
  uploadId: string,
  keyOf: (id: string) => string,
): Promise<FinishedUpload> {
  const found =
    UPLOAD_ID.test(uploadId) &&
    (await tx.one<FinishedUpload>(
      `select id, file_name as "fileName", bytes from upload
       where id = $1 and account_id = $2 and claimed_at is null for update`,
      [uploadId, actor.accountId],
    ));
  if (!found) throw new ApiError('upload_not_found');
  if ((await storage.size(keyOf(uploadId))) !== found.bytes) throw new ApiError('upload_incomplete');
  return found;
}

/** Marks a locked upload as used. */
export async function claimUpload(tx: Sql, uploadId: string, now: Date): Promise<void> {
  await tx.execute('update upload set claimed_at = $2 where id = $1', [uploadId, now]);
}
