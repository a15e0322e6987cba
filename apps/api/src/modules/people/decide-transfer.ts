import { people } from '@dangxiao/contracts';
import { dayIn } from '@dangxiao/domain';
import { Clock } from '../../config/clock.ts';
import { Config } from '../../config/config.ts';
import { UnitOfWork } from '../../database/unit-of-work.ts';
import { ApiError, fieldError } from '../../http/api-error.ts';
import type { CallOf, Handler } from '../../http/call.ts';
import { Handles } from '../../http/handles.ts';
import { Audit } from '../audit/index.ts';
import { Notices } from '../notices/index.ts';
import { closeFloating } from './floating.ts';
import { moveMembers } from './memberships.ts';
import { transferInScope } from './transfers.queries.ts';
import { lockTree, assertOpen } from './tree.ts';

/** The receiving side decides. Accepting opens a membership there today; ledger and history are not touched. */
@Handles(people.decideTransfer)
export class DecideTransfer implements Handler<typeof people.decideTransfer> {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly notices: Notices,
  ) {}

  run({ actor, scope, params, body, request }: CallOf<typeof people.decideTransfer>) {
    const now = this.clock.now();
    const today = dayIn(this.config.zone, now);
    return this.uow.run(async (tx) => {
      await lockTree(tx, 'shared');
      const transfer = await transferInScope(tx, scope, params.transferId, 'to');
      if (transfer.state !== 'requested') throw new ApiError('transfer_decided');
      const accepted = body.decision === 'accepted';
      if (!accepted && !body.reason) throw fieldError('reason', 'required');
      if (accepted) {
        await assertOpen(tx, transfer.toId);
        await moveMembers(tx, [transfer.personId], transfer.toId, today, now);
        await closeFloating(tx, transfer.personId, today, now);
      }
      await tx.execute(
        `update transfer set state = $2, decided_by = $3, decided_at = $4, decision_reason = $5, effective_on = $6 where id = $1`,
        [transfer.id, body.decision, actor.accountId, now, body.reason, accepted ? today : null],
      );
      const code = 'transfer.decided' as const;
      const about = { transferId: transfer.id, personName: transfer.personName, toName: transfer.toName };
      const told = {
        code,
        params: { ...about, accepted, reason: body.reason ?? null },
        dedupeKey: `${code}:${transfer.id}`,
      };
      await this.notices.tellAll(tx, [
        { ...told, to: { personId: transfer.personId } },
        { ...told, to: { accountId: transfer.requestedBy } },
      ]);
      await this.audit.record(tx, {
        actor,
        action: people.decideTransfer.id,
        objectType: 'person',
        objectId: transfer.personId,
        objectName: transfer.personName,
        organizationId: transfer.toId,

        after: { decision: body.decision, reason: body.reason, from: transfer.fromName, to: transfer.toName },
        request,
      });
      return { ok: true as const };
    });
  }
}
