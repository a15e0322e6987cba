import { media } from '@dangxiao/contracts';
import { UnitOfWork } from '../../database/unit-of-work.ts';
import { ApiError } from '../../http/api-error.ts';
import type { CallOf, Handler } from '../../http/call.ts';
import { Handles } from '../../http/handles.ts';
import { scopeOf } from '../../http/scope.ts';
import { Audit } from '../audit/index.ts';
import { lockMedia, mediaView } from './media.queries.ts';

/** Takes the subtitles of one language away. */
@Handles(media.deleteSubtitle)
export class DeleteSubtitle implements Handler<typeof media.deleteSubtitle> {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly audit: Audit,
  ) {}

  async run({ actor, scope, params: { mediaId, subtitleId }, request }: CallOf<typeof media.deleteSubtitle>) {
    return this.uow.run(async (tx) => {
      const { title, organizationId } = await lockMedia(tx, scope, mediaId);
      const before = await tx.one<{ language: string; label: string }>(
        'delete from media_subtitle where id = $1 and media_id = $2 returning language, label',
        [subtitleId, mediaId],
      );
      if (!before) throw new ApiError('not_found');
      const object = { objectType: 'media', objectId: mediaId, objectName: title, organizationId };
      await this.audit.record(tx, { actor, action: 'media.deleteSubtitle', ...object, before, request });
      return mediaView(tx, scopeOf(actor, 'courses.read'), mediaId);
    });
  }
}
