import { assignments } from '@dangxiao/contracts';
import { Clock } from '../../config/clock.ts';
import { UnitOfWork } from '../../database/unit-of-work.ts';
import { ApiError } from '../../http/api-error.ts';
import type { CallOf, Handler } from '../../http/call.ts';
import { Handles } from '../../http/handles.ts';
import { Audit } from '../audit/index.ts';
import { assignmentDetail, lockAssignment } from './assignments.queries.ts';

/** Throws a draft away; what was published is withdrawn instead. */
@Handles(assignments.deleteAssignment)
export class DeleteAssignment implements Handler<typeof assignments.deleteAssignment> {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  run({ actor, scope, params: { assignmentId }, request }: CallOf<typeof assignments.deleteAssignment>) {
    return this.uow.run(async (tx) => {
      await lockAssignment(tx, scope, assignmentId);
      const before = await assignmentDetail(tx, scope, assignmentId, this.clock.now());
      if (before.state !== 'draft') throw new ApiError('assignment_not_draft');
      await tx.execute('delete from assignment_item where assignment_id = $1', [assignmentId]);
      await tx.execute('delete from assignment where id = $1', [assignmentId]);
      await this.audit.record(tx, {
        actor,
        action: assignments.deleteAssignment.id,
        objectType: 'assignment',
        objectId: assignmentId,
        objectName: before.title,
        organizationId: before.organizationId,
        before: { ...before, history: undefined },
        request,
      });
      return { ok: true as const };
    });
  }
}
