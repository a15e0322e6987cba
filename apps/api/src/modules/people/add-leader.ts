import { people } from '@dangxiao/contracts';
import { Clock } from '../../config/clock.ts';
import { UnitOfWork } from '../../database/unit-of-work.ts';
import { ApiError, fieldError } from '../../http/api-error.ts';
import type { CallOf, Handler } from '../../http/call.ts';
import { Handles } from '../../http/handles.ts';
import { Audit } from '../audit/index.ts';
import { organizationInScope, personInScope } from './scope.ts';
import { lockTree } from './tree.ts';

/** A term in a position of the organization; the person belongs to its subtree. */
@Handles(people.addLeader)
export class AddLeader implements Handler<typeof people.addLeader> {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  run({ actor, scope, params, body, request }: CallOf<typeof people.addLeader>) {
    const now = this.clock.now();
    return this.uow.run(async (tx) => {
      await lockTree(tx, 'shared');
      const node = await organizationInScope(tx, scope, params.organizationId);
      if (node.closedOn) throw new ApiError('organization_closed');
      const person = await personInScope(tx, scope, body.personId);
      if (person.path !== node.path && !person.path.startsWith(`${node.path}.`)) throw new ApiError('person_not_found');
      if (body.validTo !== null && body.validTo <= body.validFrom)
        throw fieldError('validTo', 'too_small', { minimum: body.validFrom });
      const term = await tx.one<{ id: string }>(
        `insert into leader_term (organization_id, person_id, position, valid_from, valid_to, recorded_at)
         values ($1, $2, $3, $4, $5, $6) returning id`,
        [node.id, person.id, body.position, body.validFrom, body.validTo, now],
      );
      await this.audit.record(tx, {
        actor,
        action: people.addLeader.id,
        objectType: 'organization',
        objectId: node.id,
        objectName: node.name,
        organizationId: node.id,

        after: { person: person.name, position: body.position, since: body.validFrom },
        request,
      });
      return { id: term?.id ?? '' };
    });
  }
}
