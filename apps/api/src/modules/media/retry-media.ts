import { media } from '@dangxiao/contracts';
import { UnitOfWork } from '../../database/unit-of-work.ts';
import { ApiError } from '../../http/api-error.ts';
import type { CallOf, Handler } from '../../http/call.ts';
import { Handles } from '../../http/handles.ts';
import { scopeOf } from '../../http/scope.ts';
import { Jobs } from '../../jobs/jobs.ts';
import { Audit } from '../audit/index.ts';
import { lockMedia, mediaView } from './media.queries.ts';
import { transcodeQueue } from './processing/queue.ts';

/** Begins the processing of a failed lecture anew, from the kept source. */
@Handles(media.retryMedia)
export class RetryMedia implements Handler<typeof media.retryMedia> {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly audit: Audit,
    private readonly jobs: Jobs,
  ) {}

  async run({ actor, scope, params: { mediaId }, request }: CallOf<typeof media.retryMedia>) {
    return this.uow.run(async (tx) => {
      const { state, title, organizationId } = await lockMedia(tx, scope, mediaId);
      if (state !== 'failed') throw new ApiError('media_not_failed');
      const row = await tx.one<{ attempt: number }>(
        `update media set state = 'uploaded', step = 'waiting', progress = 0, failure_code = null, failure_detail = null,
           attempt = attempt + 1, runs = 0 where id = $1 returning attempt`,
        [mediaId],
      );
      if (!row) throw new ApiError('media_not_found');
      await this.jobs.send(tx, transcodeQueue, { mediaId, attempt: row.attempt });
      const object = { objectType: 'media', objectId: mediaId, objectName: title, organizationId };
      await this.audit.record(tx, { actor, action: 'media.retryMedia', ...object, after: row, request });
      return mediaView(tx, scopeOf(actor, 'courses.read'), mediaId);
    });
  }
}
