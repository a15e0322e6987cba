import { people } from '@dangxiao/contracts';
import { Clock } from '../../config/clock.ts';
import { UnitOfWork } from '../../database/unit-of-work.ts';
import { ApiError } from '../../http/api-error.ts';
import type { CallOf, Handler } from '../../http/call.ts';
import { Handles } from '../../http/handles.ts';
import { Jobs } from '../../jobs/jobs.ts';
import { importQueue, jobOf, noteProgress, setState } from './batch.ts';
import { batchInScope } from './imports.queries.ts';

/** Hands a checked batch without problems to the job that applies it. */
@Handles(people.commitImport)
export class CommitImport implements Handler<typeof people.commitImport> {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
  ) {}

  run({ actor, params, body, request }: CallOf<typeof people.commitImport>) {
    return this.uow.run(async (tx) => {
      const batch = await batchInScope(tx, actor, params.importId, true);
      if (batch.state !== 'checked') throw new ApiError('import_wrong_state');
      if (batch.revision !== body.revision)
        throw new ApiError('stale_revision', { params: { current: { revision: batch.revision } } });
      if (batch.closed) throw new ApiError('organization_closed');
      if (batch.counts === null || batch.counts.wrong > 0) throw new ApiError('import_has_problems');
      await noteProgress(tx, batch.id, 0, batch.counts.rows);
      await setState(tx, batch.id, ['checked'], 'committing', { now: this.clock.now(), failure: null });
      await this.jobs.send(tx, importQueue, jobOf(batch.id, actor, request));
      return { ok: true as const };
    });
  }
}
