import { people } from '@dangxiao/contracts';
import { dayIn } from '@dangxiao/domain';
import { Clock } from '../../config/clock.ts';
import { Config } from '../../config/config.ts';
import { UnitOfWork } from '../../database/unit-of-work.ts';
import type { CallOf, Handler } from '../../http/call.ts';
import { Handles } from '../../http/handles.ts';
import { Audit } from '../audit/index.ts';
import { closeFloating } from './floating.ts';
import { personInScope } from './scope.ts';

/** Nobody hosts the person from today. */
@Handles(people.endFloating)
export class EndFloating implements Handler<typeof people.endFloating> {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  run({ actor, scope, params, request }: CallOf<typeof people.endFloating>) {
    const now = this.clock.now();
    const today = dayIn(this.config.zone, now);
    return this.uow.run(async (tx) => {
      const person = await personInScope(tx, scope, params.personId, { lock: true });
      await closeFloating(tx, person.id, today, now);
      await this.audit.record(tx, {
        actor,
        action: people.endFloating.id,
        objectType: 'person',
        objectId: person.id,
        objectName: person.name,
        organizationId: person.organizationId,

        after: { endedOn: today },
        request,
      });
      return { ok: true as const };
    });
  }
}
