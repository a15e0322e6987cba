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
import { insertOrganization } from './insert-organization.ts';
import { moveMembers } from './memberships.ts';
import { findOrganization } from './organizations.queries.ts';
import { organizationInScope } from './scope.ts';
import { lockTree, moveNode, childrenOf, assertFresh } from './tree.ts';

/** A new node beside the old one, with the members and children that were chosen. */
@Handles(people.splitOrganization)
export class SplitOrganization implements Handler<typeof people.splitOrganization> {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  run({ actor, scope, params, body, request }: CallOf<typeof people.splitOrganization>) {
    const now = this.clock.now();
    const today = dayIn(this.config.zone, now);
    const reading = scopeOf(actor, 'organizations.read');
    return this.uow.run(async (tx) => {
      await lockTree(tx, 'alone');
      const node = await organizationInScope(tx, scope, params.organizationId, { lock: true });
      await assertFresh(node, body.revision, () => findOrganization(tx, reading, node.id));
      if (node.closedOn) throw new ApiError('organization_closed');
      if (node.parentId === null) throw new ApiError('organization_move_refused');
      const parent = await organizationInScope(tx, scope, node.parentId);
      const chosen = [...new Set(body.personIds)];
      const members = await tx.query<{ id: string }>(
        `select id from person where id = any($1::uuid[]) and current_organization_id = $2 and deactivated_at is null
         order by id for update`,
        [chosen, node.id],
      );
      if (members.length !== chosen.length) throw new ApiError('person_not_found');
      const wanted = new Set(body.childIds);
      const children = (await childrenOf(tx, node.id)).filter((child) => wanted.has(child.id));
      if (children.length !== wanted.size) throw new ApiError('organization_not_found');
      const { name, code } = body;
      const before = await findOrganization(tx, reading, node.id);
      const kept = { kind: node.kind, employerId: before?.employer?.id ?? null };
      const made = await insertOrganization(tx, { parent, name, code, ...kept, from: today, now });
      for (const child of children) await moveNode(tx, child, made, today, now);
      await moveMembers(tx, chosen, made.id, today, now);
      await tx.execute(
        `insert into organization_relation (organization_id, kind, other_id, effective_on, recorded_at)
         values ($1, 'split_from', $2, $3, $4)`,
        [made.id, node.id, today, now],
      );
      await tx.execute('update organization set revision = revision + 1 where id = $1', [node.id]);
      await this.audit.record(tx, {
        actor,
        action: people.splitOrganization.id,
        objectType: 'organization',
        objectId: made.id,
        objectName: name,
        organizationId: made.id,

        after: { name, organizationCode: code, from: node.name, people: chosen.length, organizations: children.length },
        request,
      });
      return { id: made.id };
    });
  }
}
