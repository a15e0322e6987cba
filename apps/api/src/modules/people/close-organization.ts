import { people } from '@dangxiao/contracts';
import { dayIn } from '@dangxiao/domain';
import { Clock } from '../../config/clock.ts';
import { Config } from '../../config/config.ts';
import { UnitOfWork } from '../../database/unit-of-work.ts';
import { ApiError, fieldError } from '../../http/api-error.ts';
import type { CallOf, Handler } from '../../http/call.ts';
import { Handles } from '../../http/handles.ts';
import { scopeOf } from '../../http/scope.ts';
import { Audit } from '../audit/index.ts';
import { findOrganization } from './organizations.queries.ts';
import { organizationInScope } from './scope.ts';
import { lockTree, closeNode, assertFresh } from './tree.ts';

/** Ends a node on a day on which nobody and nothing belonged to it any more. */
@Handles(people.closeOrganization)
export class CloseOrganization implements Handler<typeof people.closeOrganization> {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  run({ actor, scope, params, body, request }: CallOf<typeof people.closeOrganization>) {
    const now = this.clock.now();
    const today = dayIn(this.config.zone, now);
    const reading = scopeOf(actor, 'organizations.read');
    return this.uow.run(async (tx) => {
      await lockTree(tx, 'alone');
      const node = await organizationInScope(tx, scope, params.organizationId, { lock: true });
      await assertFresh(node, body.revision, () => findOrganization(tx, reading, node.id));
      if (node.closedOn) throw new ApiError('organization_closed');
      const on = body.on ?? today;
      if (on > today) throw fieldError('on', 'too_big', { maximum: today });
      const used = await tx.one<{ used: boolean; since: string }>(
        `select exists (select from membership where organization_id = $1 and superseded_at is null and coalesce(valid_to, 'infinity') > $2::date)
           or exists (select from organization_version where parent_id = $1 and superseded_at is null
             and coalesce(valid_to, 'infinity') > $2::date) as used,
           (select max(valid_from)::text from organization_version where organization_id = $1 and superseded_at is null) as since`,
        [node.id, on],
      );
      if (!used || used.used || node.parentId === null) throw new ApiError('organization_not_empty');
      if (on < used.since) throw fieldError('on', 'too_small', { minimum: used.since });
      await closeNode(tx, node.id, { on, now, by: actor.accountId });
      await this.audit.record(tx, {
        actor,
        action: people.closeOrganization.id,
        objectType: 'organization',
        objectId: node.id,
        objectName: node.name,
        organizationId: node.id,

        after: { closedOn: on },
        request,
      });
      const closed = await findOrganization(tx, reading, node.id);
      if (!closed) throw new ApiError('organization_not_found');
      return closed;
    });
  }
}
