import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { media } from '@dangxiao/contracts';
import { Clock } from '../../config/clock.ts';
import { Config } from '../../config/config.ts';
import { UnitOfWork } from '../../database/unit-of-work.ts';
import { can } from '../../http/actor.ts';
import { ApiError } from '../../http/api-error.ts';
import type { CallOf, Handler } from '../../http/call.ts';
import { scopeOf } from '../../http/scope.ts';
import { Handles } from '../../http/handles.ts';
import { pathOf } from '../../http/path-of.ts';
import { Audit } from '../audit/index.ts';
import { organizationInScope } from '../people/index.ts';
import { mostBytes, typeOf } from './file-kinds.ts';
import { insertFile } from './files.queries.ts';
import { fileKey } from './keys-of-files.ts';
import { Storage } from './storage/index.ts';
import { claimUpload, lockFinishedUpload } from './uploads/claim.ts';
import { uploadKey, uploadTraces } from './uploads/upload-store.ts';

const needed = { cover: 'courses.write', evidence: 'credits.recognise' } as const;

/** Keeps a finished upload as a cover (who may write courses) or as evidence (who may recognise hours), checked by its content. */
@Handles(media.createFile)
export class CreateFile implements Handler<typeof media.createFile> {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly storage: Storage,
  ) {}

  async run({ actor, body, request }: CallOf<typeof media.createFile>) {
    const { purpose, uploadId } = body;
    if (!can(actor, needed[purpose])) throw new ApiError('not_allowed');
    const now = this.clock.now();
    return this.uow.run(async (tx) => {
      const organization = await organizationInScope(tx, scopeOf(actor, needed[purpose]), body.organizationId);
      const keyOf = (id: string) => uploadKey(this.config, id);
      const upload = await lockFinishedUpload(tx, this.storage, actor, uploadId, keyOf);
      if (upload.bytes > mostBytes(purpose)) throw new ApiError('upload_wrong_type');
      const bytes = await buffer(await this.storage.read(keyOf(uploadId)));
      const type = await typeOf(purpose, bytes);
      if (!type) throw new ApiError('upload_wrong_type');
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      const facts = {
        purpose,
        organizationId: organization.id,
        name: upload.fileName,
        type,
        bytes: bytes.length,
        sha256,
      };
      const id = await insertFile(tx, facts, actor.accountId, now);
      await this.storage.put(fileKey(id), bytes);
      await claimUpload(tx, uploadId, now);
      const object = { objectType: 'file', objectId: id, objectName: upload.fileName, organizationId: organization.id };
      await this.audit.record(tx, { actor, action: 'media.createFile', ...object, after: facts, request });
      tx.afterCommit(async () => {
        for (const key of uploadTraces(keyOf(uploadId))) await this.storage.remove(key);
      });
      return { id, name: upload.fileName, bytes: bytes.length, type, url: pathOf(media.readFile, { fileId: id }) };
    });
  }
}
