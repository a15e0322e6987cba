import { media } from '@dangxiao/contracts';
import { UnitOfWork } from '../../database/unit-of-work.ts';
import { ApiError } from '../../http/api-error.ts';
import type { CallOf, Handler } from '../../http/call.ts';
import { Handles } from '../../http/handles.ts';
import { Audit } from '../audit/index.ts';
import { assetsKey, segmentsKey } from './keys-of-files.ts';
import { lockMedia } from './media.queries.ts';
import { Storage } from './storage/index.ts';
import { uploadTraces } from './uploads/upload-store.ts';

const used = `select from lesson where media_id = $1 and removed_at is null
  union all select from lesson_version where media_id = $1`;

/** Deletes a lecture with its files, unless a draft or any published version, also an old one, uses it. */
@Handles(media.deleteMedia)
export class DeleteMedia implements Handler<typeof media.deleteMedia> {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly audit: Audit,
    private readonly storage: Storage,
  ) {}

  async run({ actor, scope, params: { mediaId }, request }: CallOf<typeof media.deleteMedia>) {
    return this.uow.run(async (tx) => {
      const { title, organizationId, sourceKey } = await lockMedia(tx, scope, mediaId);
      const [row] = await tx.query<{ used: boolean }>(`select exists (${used}) as used`, [mediaId]);
      if (row?.used) throw new ApiError('media_in_use');
      await tx.execute('update lesson set media_id = null where media_id = $1', [mediaId]);
      await tx.execute('delete from media where id = $1', [mediaId]);
      const object = { objectType: 'media', objectId: mediaId, objectName: title, organizationId };
      await this.audit.record(tx, { actor, action: 'media.deleteMedia', ...object, before: { title }, request });
      tx.afterCommit(async () => {
        const keys = [segmentsKey(mediaId), assetsKey(mediaId), ...(sourceKey ? uploadTraces(sourceKey) : [])];
        for (const key of keys) await this.storage.remove(key);
      });
      return { ok: true as const };
    });
  }
}
