import { people } from '@dangxiao/contracts';
import { Clock } from '../../config/clock.ts';
import { Config } from '../../config/config.ts';
import { UnitOfWork } from '../../database/unit-of-work.ts';
import { ApiError } from '../../http/api-error.ts';
import { scopeOf } from '../../http/scope.ts';
import type { CallOf, Handler } from '../../http/call.ts';
import { Handles } from '../../http/handles.ts';
import { Jobs } from '../../jobs/jobs.ts';
import { claimUpload, lockFinishedUpload, Storage, uploadKey } from '../media/index.ts';
import { organizationInScope } from '../people/index.ts';
import { importQueue, jobOf } from './batch.ts';
import { MOST_BYTES } from './reading/lines.ts';

/** Takes a finished upload and has it read and checked; nothing of the school changes. */
@Handles(people.createImport)
export class CreateImport implements Handler<typeof people.createImport> {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly storage: Storage,
    private readonly jobs: Jobs,
  ) {}

  run({ actor, scope, body, request }: CallOf<typeof people.createImport>) {
    const now = this.clock.now();
    const keyOf = (id: string) => uploadKey(this.config, id);
    const writing = body.kind === 'people' ? scope : scopeOf(actor, 'organizations.write');
    return this.uow.run(async (tx) => {
      const node = await organizationInScope(tx, writing, body.organizationId);
      if (node.closedOn) throw new ApiError('organization_closed');
      const upload = await lockFinishedUpload(tx, this.storage, actor, body.uploadId, keyOf);
      if (upload.bytes > MOST_BYTES) throw new ApiError('import_too_big');
      const row = await tx.one<{ id: string }>(
        `insert into import_batch (kind, organization_id, file_name, file_key, created_by, created_at, changed_at)
         values ($1, $2, $3, $4, $5, $6, $6) returning id`,
        [body.kind, node.id, upload.fileName, keyOf(upload.id), actor.accountId, now],
      );
      if (!row) throw new Error('The import was not written');
      await claimUpload(tx, upload.id, now);
      await this.jobs.send(tx, importQueue, jobOf(row.id, actor, request));
      return row;
    });
  }
}
