import { people } from '@dangxiao/contracts';
import { dayIn } from '@dangxiao/domain';
import { Clock } from '../../config/clock.ts';
import { Config } from '../../config/config.ts';
import { UnitOfWork } from '../../database/unit-of-work.ts';
import { ApiError } from '../../http/api-error.ts';
import type { CallOf, Handler } from '../../http/call.ts';
import { Handles } from '../../http/handles.ts';
import { Audit } from '../audit/index.ts';
import { comeBack } from './leaving.ts';
import { personInScope } from './scope.ts';
import { lockTree } from './tree.ts';

/** A merge is found only by those who see both people. */
const inSight = <Found>(found: Promise<Found>): Promise<Found> =>
  found.catch((error: unknown) => {
    throw error instanceof ApiError ? new ApiError('merge_not_found') : error;
  });

/** The duplicate stands for itself again, in its organization of before, from today. */
@Handles(people.undoMerge)
export class UndoMerge implements Handler<typeof people.undoMerge> {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  run({ actor, scope, params, request }: CallOf<typeof people.undoMerge>) {
    const now = this.clock.now();
    const today = dayIn(this.config.zone, now);
    return this.uow.run(async (tx) => {
      await lockTree(tx, 'shared');
      const merge = await tx.one<{ id: string; survivorId: string; duplicateId: string }>(
        `select id, survivor_id as "survivorId", duplicate_id as "duplicateId" from person_merge
         where id = $1 and undone_at is null for update`,
        [params.mergeId],
      );
      if (!merge) throw new ApiError('merge_not_found');
      const survivor = await inSight(personInScope(tx, scope, merge.survivorId, { lock: true }));
      const duplicate = await inSight(personInScope(tx, scope, merge.duplicateId, { lock: true }));
      await tx.execute('update person_merge set undone_by = $2, undone_at = $3 where id = $1', [
        merge.id,
        actor.accountId,
        now,
      ]);
      await comeBack(tx, duplicate, today, now);
      await this.audit.record(tx, {
        actor,
        action: people.undoMerge.id,
        objectType: 'person',
        objectId: survivor.id,
        objectName: survivor.name,
        organizationId: survivor.organizationId,

        after: { duplicate: duplicate.id, name: duplicate.name },
        request,
      });
      return { ok: true as const };
    });
  }
}
