import { people } from '@dangxiao/contracts';
import { dayIn } from '@dangxiao/domain';
import { Clock } from '../../config/clock.ts';
import { Config } from '../../config/config.ts';
import { UnitOfWork } from '../../database/unit-of-work.ts';
import { ApiError } from '../../http/api-error.ts';
import type { CallOf, Handler } from '../../http/call.ts';
import { Handles } from '../../http/handles.ts';
import { Audit } from '../audit/index.ts';
import { closeFloating } from './floating.ts';
import { personInScope } from './scope.ts';
import { lockTree, assertOpen } from './tree.ts';

/** The host sees a floating member in its lists; the own organization stays responsible. */
@Handles(people.startFloating)
export class StartFloating implements Handler<typeof people.startFloating> {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  run({ actor, scope, params, body, request }: CallOf<typeof people.startFloating>) {
    const now = this.clock.now();
    const today = dayIn(this.config.zone, now);
    return this.uow.run(async (tx) => {
      await lockTree(tx, 'shared');
      const person = await personInScope(tx, scope, params.personId, { lock: true });
      if (person.deactivated) throw new ApiError('person_deactivated');
      const host = await tx.one<{ id: string; name: string }>('select id, name from organization where id = $1', [
        body.hostOrganizationId,
      ]);
      if (!host) throw new ApiError('organization_not_found');
      await assertOpen(tx, host.id);
      if (host.id === person.organizationId) throw new ApiError('transfer_same_organization');
      await closeFloating(tx, person.id, today, now);
      const term = await tx.one<{ id: string }>(
        `insert into floating_term (person_id, host_organization_id, reason, valid_from, recorded_at) values ($1, $2, $3, $4, $5)
         returning id`,
        [person.id, host.id, body.reason, today, now],
      );
      await tx.execute('update person set host_organization_id = $2, revision = revision + 1 where id = $1', [
        person.id,
        host.id,
      ]);
      await this.audit.record(tx, {
        actor,
        action: people.startFloating.id,
        objectType: 'person',
        objectId: person.id,
        objectName: person.name,
        organizationId: person.organizationId,

        after: { host: host.name, reason: body.reason },
        request,
      });
      return { id: term?.id ?? '' };
    });
  }
}
