import { accounts } from '@dangxiao/contracts';
import { Clock } from '../../config/clock.ts';
import { UnitOfWork } from '../../database/unit-of-work.ts';
import { ApiError } from '../../http/api-error.ts';
import type { CallOf, Handler } from '../../http/call.ts';
import { Handles } from '../../http/handles.ts';
import { Sessions } from '../../http/sessions.ts';
import { Audit } from '../audit/index.ts';
import { organizationInScope, personInScope } from '../people/index.ts';
import { holdsAll } from './rank.ts';

/** A role at a node, for its subtree, given to the person whether or not they have an account yet. Nobody grants more than they hold there. */
@Handles(accounts.grantRole)
export class GrantRole implements Handler<typeof accounts.grantRole> {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly sessions: Sessions,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  run({ actor, params, body, request }: CallOf<typeof accounts.grantRole>) {
    return this.uow.run(async (tx) => {
      const person = await personInScope(tx, actor, 'roles.grant', params.personId);
      const node = await organizationInScope(tx, actor, 'roles.grant', body.organizationId);
      if (!holdsAll(actor, body.role, node.path)) throw new ApiError('grant_exceeds_own');
      const grant = await tx.one<{ id: string }>(
        `insert into role_grant (person_id, role, organization_id, granted_by, granted_at) values ($1, $2, $3, $4, $5)
         on conflict (coalesce(person_id, account_id), role, organization_id) where revoked_at is null do nothing returning id`,
        [person.id, body.role, node.id, actor.accountId, this.clock.now()],
      );
      if (!grant) throw new ApiError('already_active');
      await this.audit.record(tx, {
        actor,
        action: accounts.grantRole.id,
        objectType: 'person',
        objectId: person.id,
        objectName: person.name,
        organizationId: node.id,
        after: { role: body.role, organization: node.name },
        request,
      });
      tx.afterCommit(() => this.sessions.forget((other) => other.personId === person.id));
      return grant;
    });
  }
}
