import { assignments } from '@dangxiao/contracts';
import { Clock } from '../../config/clock.ts';
import { UnitOfWork } from '../../database/unit-of-work.ts';
import type { CallOf, Handler } from '../../http/call.ts';
import { Handles } from '../../http/handles.ts';
import { Audit } from '../audit/index.ts';
import { organizationInScope } from '../people/index.ts';
import { assignmentDetail, writeItems } from './assignments.queries.ts';
import { checkItems, checkRules, checkWindow } from './checks.ts';

/** A draft: content, people and window, owned by an organization of the actor's subtrees. */
@Handles(assignments.createAssignment)
export class CreateAssignment implements Handler<typeof assignments.createAssignment> {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  run({ actor, scope, body, request }: CallOf<typeof assignments.createAssignment>) {
    const now = this.clock.now();
    return this.uow.run(async (tx) => {
      await organizationInScope(tx, scope, body.organizationId);
      checkWindow(body);
      await checkItems(tx, scope, body.items);
      await checkRules(tx, scope, body.rules);
      const row = await tx.one<{ id: string }>(
        `insert into assignment (organization_id, title, description, mode, required, opens_at, due_at, grace_until, rules, created_by,
           created_at, updated_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $11) returning id`,
        [
          body.organizationId,
          body.title,
          body.description,
          body.mode,
          body.required,
          body.opensAt,
          body.dueAt,
          body.graceUntil,
          JSON.stringify(body.rules),
          actor.accountId,
          now,
        ],
      );
      const id = row?.id ?? '';
      await writeItems(tx, id, body.items);
      await this.audit.record(tx, {
        actor,
        action: assignments.createAssignment.id,
        objectType: 'assignment',
        objectId: id,
        objectName: body.title,
        organizationId: body.organizationId,
        after: body,
        request,
      });
      return assignmentDetail(tx, scope, id, now);
    });
  }
}
