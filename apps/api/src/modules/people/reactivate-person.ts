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
import { findPerson } from './people.queries.ts';
import { personInScope } from './scope.ts';
import { lockTree } from './tree.ts';

/** Back in the organization of before, as what they were, from today. */
@Handles(people.reactivatePerson)
export class ReactivatePerson implements Handler<typeof people.reactivatePerson> {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  run({ actor, scope, params, body, request }: CallOf<typeof people.reactivatePerson>) {
    const now = this.clock.now();
    const today = dayIn(this.config.zone, now);
    return this.uow.run(async (tx) => {
      await lockTree(tx, 'shared');
      const person = await personInScope(tx, scope, params.personId, { lock: true });
      if (person.revision !== body.revision) {
        const current = await findPerson(tx, scope, person.id, now);
        throw new ApiError('stale_revision', { params: { current } });
      }
      if (!person.deactivated || person.mergedIntoId) throw new ApiError('person_not_deactivated');
      await comeBack(tx, person, today, now);
      await this.audit.record(tx, {
        actor,
        action: people.reactivatePerson.id,
        objectType: 'person',
        objectId: person.id,
        objectName: person.name,
        organizationId: person.organizationId,

        after: { since: today },
        request,
      });
      return { ok: true as const };
    });
  }
}
