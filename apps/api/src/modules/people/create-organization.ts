import { people } from '@dangxiao/contracts';
import { dayIn, kindsBelow } from '@dangxiao/domain';
import { Clock } from '../../config/clock.ts';
import { Config } from '../../config/config.ts';
import { UnitOfWork } from '../../database/unit-of-work.ts';
import { ApiError } from '../../http/api-error.ts';
import type { CallOf, Handler } from '../../http/call.ts';
import { Handles } from '../../http/handles.ts';
import { Audit } from '../audit/index.ts';
import { insertOrganization } from './insert-organization.ts';
import { holdEmployer } from './employers.queries.ts';
import { organizationInScope } from './scope.ts';
import { lockTree } from './tree.ts';

/** Below a node that the actor administers, from today. Which kinds may stand below which is the Party's order of organizations. */
@Handles(people.createOrganization)
export class CreateOrganization implements Handler<typeof people.createOrganization> {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  run({ actor, scope, body, request }: CallOf<typeof people.createOrganization>) {
    return this.uow.run(async (tx) => {
      await lockTree(tx, 'shared');
      const parent = await organizationInScope(tx, scope, body.parentId, { lock: true });
      if (parent.closedOn) throw new ApiError('organization_closed');
      if (!kindsBelow(parent.kind).includes(body.kind)) throw new ApiError('organization_kind_not_allowed');
      const now = this.clock.now();
      const { name, code, kind, employerId } = body;
      const employer = await holdEmployer(tx, employerId);
      const { id } = await insertOrganization(tx, {
        parent,
        name,
        code,
        kind,
        employerId,
        from: dayIn(this.config.zone, now),
        now,
      });
      await this.audit.record(tx, {
        actor,
        action: people.createOrganization.id,
        objectType: 'organization',
        objectId: id,
        objectName: name,
        organizationId: id,
        after: { name, organizationCode: code, kind, parent: parent.name, employer },
        request,
      });
      return { id };
    });
  }
}
