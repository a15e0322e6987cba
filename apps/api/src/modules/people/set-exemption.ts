import { people } from '@dangxiao/contracts';
import { dayIn } from '@dangxiao/domain';
import { Clock } from '../../config/clock.ts';
import { Config } from '../../config/config.ts';
import { UnitOfWork } from '../../database/unit-of-work.ts';
import { fieldError } from '../../http/api-error.ts';
import type { CallOf, Handler } from '../../http/call.ts';
import { Handles } from '../../http/handles.ts';
import { Audit } from '../audit/index.ts';
import { openExemption, refreshExemptions } from './exemptions.ts';
import { personInScope } from './scope.ts';

/** Dated, with its kind and reason; the flag of today follows. */
@Handles(people.setExemption)
export class SetExemption implements Handler<typeof people.setExemption> {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  run({ actor, scope, params, body, request }: CallOf<typeof people.setExemption>) {
    const now = this.clock.now();
    const today = dayIn(this.config.zone, now);
    return this.uow.run(async (tx) => {
      const person = await personInScope(tx, scope, params.personId, { lock: true });
      const { kind, reason, validFrom, validTo } = body;
      if (validTo !== null && validTo <= validFrom) throw fieldError('validTo', 'too_small', { minimum: validFrom });
      const id = await openExemption(tx, person.id, { kind, reason, from: validFrom, to: validTo }, now);
      await refreshExemptions(tx, person.id, today);
      await this.audit.record(tx, {
        actor,
        action: people.setExemption.id,
        objectType: 'person',
        objectId: person.id,
        objectName: person.name,
        organizationId: person.organizationId,

        after: { kind, reason, since: validFrom, until: validTo },
        request,
      });
      return { id };
    });
  }
}
