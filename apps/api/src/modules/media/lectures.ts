import { Injectable } from '@nestjs/common';
import { Clock } from '../../config/clock.ts';
import type { Sql } from '../../database/sql.ts';
import { MediaKeys } from './media-keys.ts';
import type { Container } from './processing/containers.ts';
import { claimUpload, type FinishedUpload } from './uploads/claim.ts';

interface NewLecture {
  title: string;
  organizationId: string;
  upload: FinishedUpload;
  sourceKey: string;
  container: Container;
  accountId: string;
}

/** Rows of lectures made of uploads. */
@Injectable()
export class Lectures {
  constructor(
    private readonly keys: MediaKeys,
    private readonly clock: Clock,
  ) {}

  /** The lecture that an account made of an upload, or null. Locks the upload, so that of two askers the second sees the first one's. */
  async of(tx: Sql, uploadId: string, accountId: string): Promise<string | null> {
    await tx.query('select id from upload where id = $1 and account_id = $2 for update', [uploadId, accountId]);
    const sql = 'select id from media where upload_id = $1 and created_by = $2';
    return (await tx.one<{ id: string }>(sql, [uploadId, accountId]))?.id ?? null;
  }

  /** Claims the upload for a new lecture, which waits for its first attempt. Its key is made here, once for all attempts. */
  async insert(
    tx: Sql,
    { title, organizationId, upload, sourceKey, container, accountId }: NewLecture,
  ): Promise<string> {
    const now = this.clock.now();
    await claimUpload(tx, upload.id, now);
    const row = await tx.one<{ id: string }>(
      `insert into media (organization_id, title, state, attempt, upload_id, source_key, source_name, source_bytes,
         source_container, encryption_key, created_by, created_at)
       values ($1, $2, 'uploaded', 1, $3, $4, $5, $6, $7, $8, $9, $10) returning id`,
      [
        organizationId,
        title,
        upload.id,
        sourceKey,
        upload.fileName,
        upload.bytes,
        container,
        this.keys.seal(this.keys.make()),
        accountId,
        now,
      ],
    );
    if (!row) throw new Error('The lecture was not written');
    return row.id;
  }
}
