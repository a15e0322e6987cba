import { people } from '@dangxiao/contracts';
import { Clock } from '../../config/clock.ts';
import { UnitOfWork } from '../../database/unit-of-work.ts';
import { ApiError } from '../../http/api-error.ts';
import type { CallOf, Handler } from '../../http/call.ts';
import { Handles } from '../../http/handles.ts';
import { Audit } from '../audit/index.ts';
import { administratorsOf, Notices } from '../notices/index.ts';
import { personInScope } from './scope.ts';
import { lockTree } from './tree.ts';

/** A request and nothing else: the person stays where they are until the other side accepts. */
@Handles(people.requestTransfer)
export class RequestTransfer implements Handler<typeof people.requestTransfer> {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly notices: Notices,
  ) {}

  run({ actor, scope, params, body, request }: CallOf<typeof people.requestTransfer>) {
    const now = this.clock.now();
    return this.uow.run(async (tx) => {
      await lockTree(tx, 'shared');
      const person = await personInScope(tx, scope, params.personId, { lock: true });
      if (person.deactivated) throw new ApiError('person_deactivated');
      const to = await tx.one<{ id: string; name: string; closed: boolean; fromName: string }>(
        `select id, name, closed_on is not null as closed, (select f.name from organization f where f.id = $2) as "fromName"
         from organization where id = $1`,
        [body.toOrganizationId, person.organizationId],
      );
      if (!to) throw new ApiError('organization_not_found');
      if (to.closed) throw new ApiError('organization_closed');
      if (to.id === person.organizationId) throw new ApiError('transfer_same_organization');
      const open = await tx.one(`select from transfer where person_id = $1 and state = 'requested'`, [person.id]);
      if (open) throw new ApiError('transfer_open');
      const made = await tx.one<{ id: string }>(
        `insert into transfer (person_id, from_organization_id, to_organization_id, reason, requested_by, requested_at)
         values ($1, $2, $3, $4, $5, $6) returning id`,
        [person.id, person.organizationId, to.id, body.reason, actor.accountId, now],
      );
      const transferId = made?.id ?? '';
      const receivers = await administratorsOf(tx, to.id, scope.permission);
      const names = { personName: person.name, fromName: to.fromName, toName: to.name };
      await this.notices.tellAll(
        tx,
        receivers.map((receiver) => ({
          to: receiver,
          code: 'transfer.requested' as const,
          params: { transferId, ...names },
          dedupeKey: `transfer.requested:${transferId}`,
        })),
      );
      await this.audit.record(tx, {
        actor,
        action: people.requestTransfer.id,
        objectType: 'person',
        objectId: person.id,
        objectName: person.name,
        organizationId: person.organizationId,

        after: { to: to.name, reason: body.reason },
        request,
      });
      return { id: transferId };
    });
  }
}
