import { people } from '@dangxiao/contracts';
import { Clock } from '../../config/clock.ts';
import { UnitOfWork } from '../../database/unit-of-work.ts';
import { ApiError } from '../../http/api-error.ts';
import type { CallOf, Handler } from '../../http/call.ts';
import { Handles } from '../../http/handles.ts';
import { Audit } from '../audit/index.ts';
import { transferInScope } from './transfers.queries.ts';

/** By the side that asked, while nothing is decided. */
@Handles(people.withdrawTransfer)
export class WithdrawTransfer implements Handler<typeof people.withdrawTransfer> {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  run({ actor, scope, params, request }: CallOf<typeof people.withdrawTransfer>) {
    const now = this.clock.now();
    return this.uow.run(async (tx) => {
      const transfer = await transferInScope(tx, scope, params.transferId, 'from');
      if (transfer.state !== 'requested') throw new ApiError('transfer_decided');
      await tx.execute(`update transfer set state = 'withdrawn', decided_by = $2, decided_at = $3 where id = $1`, [
        transfer.id,
        actor.accountId,
        now,
      ]);
      await this.audit.record(tx, {
        actor,
        action: people.withdrawTransfer.id,
        objectType: 'person',
        objectId: transfer.personId,
        objectName: transfer.personName,
        organizationId: transfer.fromId,

        after: { to: transfer.toName },
        request,
      });
      return { ok: true as const };
    });
  }
}
