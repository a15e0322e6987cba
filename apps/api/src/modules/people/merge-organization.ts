import { people } from '@dangxiao/contracts';
import { dayIn } from '@dangxiao/domain';
import { Clock } from '../../config/clock.ts';
import { Config } from '../../config/config.ts';
import { UnitOfWork } from '../../database/unit-of-work.ts';
import { ApiError } from '../../http/api-error.ts';
import type { CallOf, Handler } from '../../http/call.ts';
import { Handles } from '../../http/handles.ts';
import { scopeOf } from '../../http/scope.ts';
import { Audit } from '../audit/index.ts';
import { findOrganization } from './organizations.queries.ts';
import { organizationInScope } from './scope.ts';
import { lockTree, moveNode, moveProblem, closeNode, childrenOf, moveEverybody, assertFresh } from './tree.ts';

/** Everybody and everything below goes to the survivor; the merged node is closed, not deleted. */
@Handles(people.mergeOrganization)
export class MergeOrganization implements Handler<typeof people.mergeOrganization> {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  run({ actor, scope, params, body, request }: CallOf<typeof people.mergeOrganization>) {
    const now = this.clock.now();
    const today = dayIn(this.config.zone, now);
    return this.uow.run(async (tx) => {
      await lockTree(tx, 'alone');
      const node = await organizationInScope(tx, scope, params.organizationId, { lock: true });
      const survivor = await organizationInScope(tx, scope, body.intoId, { lock: true });
      await assertFresh(node, body.revision, () => findOrganization(tx, scopeOf(actor, 'organizations.read'), node.id));
      if (node.closedOn) throw new ApiError('organization_closed');
      if (survivor.closedOn) throw new ApiError('organization_closed');
      const inside = survivor.path === node.path || survivor.path.startsWith(`${node.path}.`);
      if (inside || node.parentId === null) throw new ApiError('organization_move_refused');
      const children = await childrenOf(tx, node.id);
      for (const child of children) {
        const problem = moveProblem(child, survivor);
        if (problem) throw new ApiError(problem);
        await moveNode(tx, child, survivor, today, now);
      }
      const moved = await moveEverybody(tx, node.id, survivor.id, today, now);
      await closeNode(tx, node.id, { on: today, now, by: actor.accountId });
      await tx.execute(
        `insert into organization_relation (organization_id, kind, other_id, effective_on, recorded_at)
         values ($1, 'merged_into', $2, $3, $4)`,
        [node.id, survivor.id, today, now],
      );
      await this.audit.record(tx, {
        actor,
        action: people.mergeOrganization.id,
        objectType: 'organization',
        objectId: node.id,
        objectName: node.name,
        organizationId: node.id,

        after: { into: survivor.name, organizations: children.length, people: moved },
        request,
      });
      return { organizations: children.length, people: moved };
    });
  }
}
