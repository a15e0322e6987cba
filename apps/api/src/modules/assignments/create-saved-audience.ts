import { assignments } from '@dangxiao/contracts';
import { Clock } from '../../config/clock.ts';
import { UnitOfWork } from '../../database/unit-of-work.ts';
import type { CallOf, Handler } from '../../http/call.ts';
import { Handles } from '../../http/handles.ts';
import { Audit } from '../audit/index.ts';
import { organizationInScope } from '../people/index.ts';
import { checkRules } from './checks.ts';

/** Rules under a name. */
@Handles(assignments.createSavedAudience)
export class CreateSavedAudience implements Handler<typeof assignments.createSavedAudience> {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  run({ actor, scope, body, request }: CallOf<typeof assignments.createSavedAudience>) {
    const now = this.clock.now();
    return this.uow.run(async (tx) => {
      await organizationInScope(tx, scope, body.organizationId);
      await checkRules(tx, scope, body.rules);
      const row = await tx.one<{ id: string }>(
        `insert into saved_audience (organization_id, title, rules, created_at, updated_at) values ($1, $2, $3, $4, $4) returning id`,
        [body.organizationId, body.title, JSON.stringify(body.rules), now],
      );
      const id = row?.id ?? '';
      await this.audit.record(tx, {
        actor,
        action: assignments.createSavedAudience.id,
        objectType: 'saved_audience',
        objectId: id,
        objectName: body.title,
        organizationId: body.organizationId,
        after: body,
        request,
      });
      return { id };
    });
  }
}
