import { assignments } from '@dangxiao/contracts';
import { Clock } from '../../config/clock.ts';
import { UnitOfWork } from '../../database/unit-of-work.ts';
import { ApiError } from '../../http/api-error.ts';
import type { CallOf, Handler } from '../../http/call.ts';
import { Handles } from '../../http/handles.ts';
import { Audit } from '../audit/index.ts';
import { assignmentDetail, lockAssignment, pinProgrammes, writeVersion } from './assignments.queries.ts';
import { checkItems } from './checks.ts';
import { refill } from './filling.ts';

/** Puts the draft in force; its people are gone through afterwards by `Filling`. */
@Handles(assignments.publishAssignment)
export class PublishAssignment implements Handler<typeof assignments.publishAssignment> {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  run({ actor, scope, params: { assignmentId }, body, request }: CallOf<typeof assignments.publishAssignment>) {
    const now = this.clock.now();
    return this.uow.run(async (tx) => {
      await lockAssignment(tx, scope, assignmentId);
      const before = await assignmentDetail(tx, scope, assignmentId, now);
      if (before.revision !== body.revision) throw new ApiError('stale_revision', { params: { current: before } });
      if (before.state !== 'draft') throw new ApiError('assignment_not_draft');
      if (before.items.length === 0 || before.rules.include.length === 0) throw new ApiError('assignment_empty');
      await checkItems(tx, scope, before.items);
      await pinProgrammes(tx, assignmentId);
      await tx.execute(
        `update assignment set state = 'publishing', published_at = $2, updated_at = $2, revision = revision + 1,
           opened_at = case when opens_at <= $2 then $2::timestamptz end where id = $1`,
        [assignmentId, now],
      );
      const detail = await assignmentDetail(tx, scope, assignmentId, now);
      const version = await writeVersion(tx, detail, { action: 'published', actor, reason: null, now });
      await refill(tx, assignmentId, version, now);
      await this.audit.record(tx, {
        actor,
        action: assignments.publishAssignment.id,
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
