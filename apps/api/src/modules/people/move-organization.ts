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
import { lockTree, moveNode, moveProblem, assertFresh } from './tree.ts';

/** Takes a node with its subtree elsewhere, from today; the past stays where it was. */
@Handles(people.moveOrganization)
export class MoveOrganization implements Handler<typeof people.moveOrganization> {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  run({ actor, scope, params, body, request }: CallOf<typeof people.moveOrganization>) {
    const now = this.clock.now();
    const today = dayIn(this.config.zone, now);
    const reading = scopeOf(actor, 'organizations.read');
    return this.uow.run(async (tx) => {
      await lockTree(tx, 'alone');
      const node = await organizationInScope(tx, scope, params.organizationId, { lock: true });
      const parent = await organizationInScope(tx, scope, body.parentId);
      await assertFresh(node, body.revision, () => findOrganization(tx, reading, node.id));
      if (node.closedOn) throw new ApiError('organization_closed');
      if (parent.closedOn) throw new ApiError('organization_closed');
      const problem = node.parentId === null ? 'organization_move_refused' : moveProblem(node, parent);
      if (problem) throw new ApiError(problem);
      if (node.parentId !== parent.id) {
        const from = await tx.one<{ name: string }>('select name from organization where id = $1', [node.parentId]);
        await moveNode(tx, node, parent, today, now);
        await this.audit.record(tx, {
          actor,
          action: people.moveOrganization.id,
          objectType: 'organization',
          objectId: node.id,
          objectName: node.name,
          organizationId: node.id,
          before: { parent: from?.name },
          after: { parent: parent.name },
          request,
        });
      }
      const moved = await findOrganization(tx, reading, node.id);
      if (!moved) throw new ApiError('organization_not_found');
      return moved;
    });
  }
}
