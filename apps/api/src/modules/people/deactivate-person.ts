import { people } from '@dangxiao/contracts';
import { dayIn } from '@dangxiao/domain';
import { Clock } from '../../config/clock.ts';
import { Config } from '../../config/config.ts';
import { UnitOfWork } from '../../database/unit-of-work.ts';
import { ApiError } from '../../http/api-error.ts';
import type { CallOf, Handler } from '../../http/call.ts';
import { Handles } from '../../http/handles.ts';
import { Audit } from '../audit/index.ts';
import { leave } from './leaving.ts';
import { findPerson } from './people.queries.ts';
import { personInScope } from './scope.ts';
import { lockTree } from './tree.ts';

/** Ends the membership today; transfers that wait are withdrawn, everything recorded stays. */
@Handles(people.deactivatePerson)
export class DeactivatePerson implements Handler<typeof people.deactivatePerson> {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  run({ actor, scope, params, body, request }: CallOf<typeof people.deactivatePerson>) {
    const now = this.clock.now();
    const today = dayIn(this.config.zone, now);
    return this.uow.run(async (tx) => {
      await lockTree(tx, 'shared');
      const person = await personInScope(tx, scope, params.personId, { lock: true });
      if (person.revision !== body.revision) {
        const current = await findPerson(tx, scope, person.id, now);
        throw new ApiError('stale_revision', { params: { current } });
      }
      if (person.deactivated) throw new ApiError('person_deactivated');
      await leave(tx, person.id, { reason: body.reason, by: actor.accountId, today, now });
      await this.audit.record(tx, {
        actor,
        action: people.deactivatePerson.id,
        objectType: 'person',
        objectId: person.id,
        objectName: person.name,
        organizationId: person.organizationId,

        after: { reason: body.reason },
        request,
      });
      return { ok: true as const };
    });
  }
}
