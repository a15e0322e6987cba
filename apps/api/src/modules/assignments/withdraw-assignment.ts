import { assignments } from '@dangxiao/contracts';
import { Clock } from '../../config/clock.ts';
import { UnitOfWork } from '../../database/unit-of-work.ts';
import { ApiError } from '../../http/api-error.ts';
import type { CallOf, Handler } from '../../http/call.ts';
import { Handles } from '../../http/handles.ts';
import { Audit } from '../audit/index.ts';
import { assignmentDetail, lockAssignment, writeVersion } from './assignments.queries.ts';
import { refill } from './filling.ts';

/** Takes the assignment back: nobody sees it from now on, everybody is released; records of learning stay. */
@Handles(assignments.withdrawAssignment)
export class WithdrawAssignment implements Handler<typeof assignments.withdrawAssignment> {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  run({ actor, scope, params: { assignmentId }, body, request }: CallOf<typeof assignments.withdrawAssignment>) {
    const now = this.clock.now();
    return this.uow.run(async (tx) => {
      await lockAssignment(tx, scope, assignmentId);
      const before = await assignmentDetail(tx, scope, assignmentId, now);
      if (before.revision !== body.revision) throw new ApiError('stale_revision', { params: { current: before } });
      if (before.state === 'draft' || before.state === 'withdrawn') throw new ApiError('assignment_not_published');
      await tx.execute(
        `update assignment set state = 'withdrawn', withdrawn_at = $2, withdrawn_reason = $3, updated_at = $2, revision = revision + 1
         where id = $1`,
        [assignmentId, now, body.reason],
      );
      const detail = await assignmentDetail(tx, scope, assignmentId, now);
      const version = await writeVersion(tx, detail, { action: 'withdrawn', actor, reason: body.reason, now });
      await refill(tx, assignmentId, version, now);
      await this.audit.record(tx, {
        actor,
        action: assignments.withdrawAssignment.id,
        objectType: 'assignment',
        objectId: assignmentId,
        objectName: before.title,
        organizationId: before.organizationId,
        before: { state: before.state },
        after: { version },
        request,
      });
      return assignmentDetail(tx, scope, assignmentId, now);
    });
  }
}
