import { people } from '@dangxiao/contracts';
import { Clock } from '../../config/clock.ts';
import { UnitOfWork } from '../../database/unit-of-work.ts';
import { ApiError } from '../../http/api-error.ts';
import type { CallOf, Handler } from '../../http/call.ts';
import { Handles } from '../../http/handles.ts';
import { Jobs } from '../../jobs/jobs.ts';
import { importQueue, jobOf, setState } from './batch.ts';
import { batchInScope } from './imports.queries.ts';

/** Looks at all rows again. */
@Handles(people.checkImport)
export class CheckImport implements Handler<typeof people.checkImport> {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
  ) {}

  run({ actor, params, request }: CallOf<typeof people.checkImport>) {
    return this.uow.run(async (tx) => {
      const { id } = await batchInScope(tx, actor, params.importId, true);
      const change = { now: this.clock.now(), failure: null };
      if (!(await setState(tx, id, ['checked'], 'checking', change))) throw new ApiError('import_wrong_state');
      await this.jobs.send(tx, importQueue, jobOf(id, actor, request));
      return { ok: true as const };
    });
  }
}
