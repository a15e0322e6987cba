import { media } from '@dangxiao/contracts';
import { Config } from '../../config/config.ts';
import { UnitOfWork } from '../../database/unit-of-work.ts';
import { ApiError } from '../../http/api-error.ts';
import type { CallOf, Handler } from '../../http/call.ts';
import { Handles } from '../../http/handles.ts';
import { scopeOf } from '../../http/scope.ts';
import { Jobs } from '../../jobs/jobs.ts';
import { Audit } from '../audit/index.ts';
import { organizationInScope } from '../people/index.ts';
import { Lectures } from './lectures.ts';
import { mediaView } from './media.queries.ts';
import { containerOf, HEAD_BYTES } from './processing/containers.ts';
import { transcodeQueue } from './processing/queue.ts';
import { firstBytes } from './storage/bytes.ts';
import { Storage } from './storage/index.ts';
import { lockFinishedUpload } from './uploads/claim.ts';
import { uploadKey } from './uploads/upload-store.ts';

type Call = CallOf<typeof media.createMedia>;

/**
 * Makes a lecture of a finished upload and enqueues its processing, in one transaction. An upload becomes one lecture at most: asking again
 * answers that one.
 */
@Handles(media.createMedia)
export class CreateMedia implements Handler<typeof media.createMedia> {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly audit: Audit,
    private readonly config: Config,
    private readonly storage: Storage,
    private readonly jobs: Jobs,
    private readonly lectures: Lectures,
  ) {}

  async run({ actor, scope, body, request }: Call) {
    const reading = scopeOf(actor, 'courses.read');
    return this.uow.run(async (tx) => {
      const { id: organizationId } = await organizationInScope(tx, scope, body.organizationId);
      const existing = await this.lectures.of(tx, body.uploadId, actor.accountId);
      if (existing) return mediaView(tx, reading, existing);
      const keyOf = (id: string) => uploadKey(this.config, id);
      const upload = await lockFinishedUpload(tx, this.storage, actor, body.uploadId, keyOf);
      const sourceKey = keyOf(upload.id);
      const container = await containerOf(await firstBytes(this.storage, sourceKey, HEAD_BYTES));
      if (!container) throw new ApiError('upload_not_video');
      const source = { upload, sourceKey, container };
      const id = await this.lectures.insert(tx, { ...body, organizationId, ...source, accountId: actor.accountId });
      await this.jobs.send(tx, transcodeQueue, { mediaId: id, attempt: 1 });
      await this.audit.record(tx, {
        actor,
        action: 'media.createMedia',
        objectType: 'media',
        objectId: id,
        objectName: body.title,
        organizationId,
        after: { ...body, fileName: upload.fileName, bytes: upload.bytes },
        request,
      });
      return mediaView(tx, reading, id);
    });
  }
}
