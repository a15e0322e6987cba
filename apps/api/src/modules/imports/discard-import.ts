import { people } from '@dangxiao/contracts';
import { Clock } from '../../config/clock.ts';
import { UnitOfWork } from '../../database/unit-of-work.ts';
import { ApiError } from '../../http/api-error.ts';
import type { CallOf, Handler } from '../../http/call.ts';
import { Handles } from '../../http/handles.ts';
import { setState } from './batch.ts';
import { batchInScope } from './imports.queries.ts';

/** Drops what was read of a file that is not to be imported. */
@Handles(people.discardImport)
export class DiscardImport implements Handler<typeof people.discardImport> {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  run({ actor, params }: CallOf<typeof people.discardImport>) {
    return this.uow.run(async (tx) => {
      const { id } = await batchInScope(tx, actor, params.importId, true);
      const now = this.clock.now();
      if (!(await setState(tx, id, ['checked', 'rejected'], 'discarded', { now })))
        throw new ApiError('import_wrong_state');
      await tx.execute('delete from import_row where batch_id = $1', [id]);
      await tx.execute('update import_batch set rows_dropped_at = $2 where id = $1', [id, now]);
      return { ok: true as const };
    });
  }
}
