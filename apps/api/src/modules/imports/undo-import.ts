import { people } from '@dangxiao/contracts';
import { Clock } from '../../config/clock.ts';
import { UnitOfWork } from '../../database/unit-of-work.ts';
import { ApiError } from '../../http/api-error.ts';
import type { CallOf, Handler } from '../../http/call.ts';
import { Handles } from '../../http/handles.ts';
import { Jobs } from '../../jobs/jobs.ts';
import { importQueue, jobOf, noteProgress, setState } from './batch.ts';
import { batchInScope } from './imports.queries.ts';

/** Hands a batch to the job that takes it back. */
@Handles(people.undoImport)
export class UndoImport implements Handler<typeof people.undoImport> {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
  ) {}

  run({ actor, params, body, request }: CallOf<typeof people.undoImport>) {
    return this.uow.run(async (tx) => {
      const batch = await batchInScope(tx, actor, params.importId, true);
      if (batch.state !== 'committed') throw new ApiError('import_wrong_state');
      if (batch.revision !== body.revision)
        throw new ApiError('stale_revision', { params: { current: { revision: batch.revision } } });
      const dropped = await tx.one('select from import_batch where id = $1 and rows_dropped_at is not null', [
        batch.id,
      ]);
      if (dropped) throw new ApiError('import_too_old');
      await noteProgress(tx, batch.id, 0, batch.counts?.rows ?? 0);
      await setState(tx, batch.id, ['committed'], 'undoing', { now: this.clock.now(), blockers: null });
      await this.jobs.send(tx, importQueue, jobOf(batch.id, actor, request));
      return { ok: true as const };
    });
  }
}
