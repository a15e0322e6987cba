import { assignments } from '@dangxiao/contracts';
import { Clock } from '../../config/clock.ts';
import { UnitOfWork } from '../../database/unit-of-work.ts';
import { ApiError } from '../../http/api-error.ts';
import type { CallOf, Handler } from '../../http/call.ts';
import { Handles } from '../../http/handles.ts';
import { Audit } from '../audit/index.ts';
import { assignmentDetail, lockAssignment, writeItems, writeVersion } from './assignments.queries.ts';
import { checkItems, checkRules, checkWindow } from './checks.ts';
import { refill } from './filling.ts';

/** Changes what was sent. Once published a change is a version of its own, and everybody is gone through again. */
@Handles(assignments.updateAssignment)
export class UpdateAssignment implements Handler<typeof assignments.updateAssignment> {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  run({ actor, scope, params: { assignmentId }, body, request }: CallOf<typeof assignments.updateAssignment>) {
    const now = this.clock.now();
    return this.uow.run(async (tx) => {
      await lockAssignment(tx, scope, assignmentId);
      const before = await assignmentDetail(tx, scope, assignmentId, now);
      const { revision, reason, items, rules, ...rest } = body;
      if (before.revision !== revision) throw new ApiError('stale_revision', { params: { current: before } });
      if (before.state === 'withdrawn') throw new ApiError('assignment_withdrawn');
      const after = { ...before, ...rest };
      checkWindow(after);
      const draft = before.state === 'draft';
      if (!draft && (items?.length === 0 || rules?.include.length === 0)) throw new ApiError('assignment_empty');
      if (rules) await checkRules(tx, scope, rules, before.rules);
      if (items) {
        await checkItems(tx, scope, items);
        await writeItems(tx, assignmentId, items);
      }
      await tx.execute(
        `update assignment set title = $2, description = $3, mode = $4, required = $5, opens_at = $6, due_at = $7, grace_until = $8,
           rules = $9, updated_at = $10, revision = revision + 1,
           opened_at = case when $6::timestamptz <= $10::timestamptz then coalesce(opened_at, $10::timestamptz) end where id = $1`,
        [
          assignmentId,
          after.title,
          after.description,
          after.mode,
          after.required,
          after.opensAt,
          after.dueAt,
          after.graceUntil,
          JSON.stringify(rules ?? before.rules),
          now,
        ],
      );
      const detail = await assignmentDetail(tx, scope, assignmentId, now);
      if (!draft) {
        const version = await writeVersion(tx, detail, { action: 'changed', actor, reason: reason ?? null, now });
        await refill(tx, assignmentId, version, now);
      }
      await this.audit.record(tx, {
        actor,
        action: assignments.updateAssignment.id,
        objectType: 'assignment',
        objectId: assignmentId,
        objectName: after.title,
        organizationId: before.organizationId,
        before: { ...before, history: undefined },
        after: body,
        request,
      });
      return assignmentDetail(tx, scope, assignmentId, now);
    });
  }
}
