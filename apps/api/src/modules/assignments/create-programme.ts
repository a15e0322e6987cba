import { assignments } from '@dangxiao/contracts';
import { Clock } from '../../config/clock.ts';
import { UnitOfWork } from '../../database/unit-of-work.ts';
import type { CallOf, Handler } from '../../http/call.ts';
import { Handles } from '../../http/handles.ts';
import { Audit } from '../audit/index.ts';
import { organizationInScope } from '../people/index.ts';
import { checkItems } from './checks.ts';
import { writeProgrammeVersion } from './programmes.queries.ts';

/** A path of courses that the actor may assign, with its first version. */
@Handles(assignments.createProgramme)
export class CreateProgramme implements Handler<typeof assignments.createProgramme> {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  run({ actor, scope, body, request }: CallOf<typeof assignments.createProgramme>) {
    const now = this.clock.now();
    return this.uow.run(async (tx) => {
      await organizationInScope(tx, scope, body.organizationId);
      await checkItems(
        tx,
        scope,
        body.items.map((item) => ({ kind: 'course', id: item.courseId })),
      );
      const row = await tx.one<{ id: string }>(
        `insert into programme (organization_id, title, summary, created_at, updated_at) values ($1, $2, $3, $4, $4) returning id`,
        [body.organizationId, body.title, body.summary, now],
      );
      const id = row?.id ?? '';
      await writeProgrammeVersion(tx, id, body.items, { accountId: actor.accountId, now });
      await this.audit.record(tx, {
        actor,
        action: assignments.createProgramme.id,
        objectType: 'programme',
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
