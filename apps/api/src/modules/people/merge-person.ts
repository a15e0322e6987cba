import { people } from '@dangxiao/contracts';
import { dayIn } from '@dangxiao/domain';
import { Clock } from '../../config/clock.ts';
import { Config } from '../../config/config.ts';
import { UnitOfWork } from '../../database/unit-of-work.ts';
import { ApiError, fieldError } from '../../http/api-error.ts';
import type { CallOf, Handler } from '../../http/call.ts';
import { Handles } from '../../http/handles.ts';
import { Audit } from '../audit/index.ts';
import { leave } from './leaving.ts';
import { personInScope } from './scope.ts';
import { lockTree } from './tree.ts';

/** The duplicate points at the survivor and leaves the lists; what it earned stays on its own chain and is shown with the survivor. */
@Handles(people.mergePerson)
export class MergePerson implements Handler<typeof people.mergePerson> {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  run({ actor, scope, params, body, request }: CallOf<typeof people.mergePerson>) {
    const now = this.clock.now();
    const today = dayIn(this.config.zone, now);
    return this.uow.run(async (tx) => {
      await lockTree(tx, 'shared');
      for (const id of [params.personId, body.duplicateId].sort()) await personInScope(tx, scope, id, { lock: true });
      const survivor = await personInScope(tx, scope, params.personId);
      const duplicate = await personInScope(tx, scope, body.duplicateId);
      if (survivor.id === duplicate.id) throw fieldError('duplicateId', 'invalid_value');
      if (survivor.deactivated || duplicate.deactivated) throw new ApiError('person_deactivated');
      await leave(tx, duplicate.id, { reason: survivor.name, by: actor.accountId, today, now, into: survivor.id });
      await tx.execute('update person set merged_into_id = $1 where merged_into_id = $2', [survivor.id, duplicate.id]);
      const merge = await tx.one<{ id: string }>(
        `insert into person_merge (survivor_id, duplicate_id, merged_by, merged_at) values ($1, $2, $3, $4) returning id`,
        [survivor.id, duplicate.id, actor.accountId, now],
      );
      await this.audit.record(tx, {
        actor,
        action: people.mergePerson.id,
        objectType: 'person',
        objectId: survivor.id,
        objectName: survivor.name,
        organizationId: survivor.organizationId,

        after: { duplicate: duplicate.id, name: duplicate.name },
        request,
      });
      return { id: merge?.id ?? '' };
    });
  }
}
