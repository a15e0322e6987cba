import { media } from '@dangxiao/contracts';
import { Clock } from '../../config/clock.ts';
import { UnitOfWork } from '../../database/unit-of-work.ts';
import { ApiError } from '../../http/api-error.ts';
import type { CallOf, Handler } from '../../http/call.ts';
import { Handles } from '../../http/handles.ts';
import { scopeOf } from '../../http/scope.ts';
import { Audit } from '../audit/index.ts';
import { lockMedia, mediaView } from './media.queries.ts';
import { cleanSubtitles } from './subtitles.ts';
import { putSubtitle } from './subtitles.queries.ts';

/** Subtitles in one language, checked and rewritten; they take the place of earlier ones in that language. */
@Handles(media.addSubtitle)
export class AddSubtitle implements Handler<typeof media.addSubtitle> {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  async run({ actor, scope, params: { mediaId }, body, request }: CallOf<typeof media.addSubtitle>) {
    const vtt = cleanSubtitles(body.vtt);
    if (vtt === null) throw new ApiError('subtitle_invalid');
    return this.uow.run(async (tx) => {
      const { title, organizationId } = await lockMedia(tx, scope, mediaId);
      await putSubtitle(tx, { mediaId, language: body.language, label: body.label, vtt }, this.clock.now());
      const after = { language: body.language, label: body.label };
      const object = { objectType: 'media', objectId: mediaId, objectName: title, organizationId };
      await this.audit.record(tx, { actor, action: 'media.addSubtitle', ...object, after, request });
      return mediaView(tx, scopeOf(actor, 'courses.read'), mediaId);
    });
  }
}
