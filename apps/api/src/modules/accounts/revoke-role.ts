import { accounts } from '@dangxiao/contracts';
import type { RoleName } from '@dangxiao/domain';
import { Clock } from '../../config/clock.ts';
import { UnitOfWork } from '../../database/unit-of-work.ts';
import { scopeSql } from '../../http/actor.ts';
import { ApiError } from '../../http/api-error.ts';
import type { CallOf, Handler } from '../../http/call.ts';
import { Handles } from '../../http/handles.ts';
import { Sessions } from '../../http/sessions.ts';
import { Audit } from '../audit/index.ts';
import { holdsAll } from './rank.ts';

interface Row {
  person_id: string | null;
  account_id: string | null;
  person_name: string | null;
  role: RoleName;
  organization_id: string;
  organization_name: string;
  path: string;
}

/** Ends a grant from now on; the row stays. What somebody could not grant they cannot revoke either. */
@Handles(accounts.revokeRole)
export class RevokeRole implements Handler<typeof accounts.revokeRole> {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly sessions: Sessions,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  async run({ actor, params, request }: CallOf<typeof accounts.revokeRole>) {
    await this.uow.run(async (tx) => {
      const values: unknown[] = [params.grantId];
      const grant = await tx.one<Row>(
        `select g.person_id, g.account_id, p.name as person_name, g.role, o.id as organization_id, o.name as organization_name,
           o.path::text as path
         from role_grant g join organization o on o.id = g.organization_id left join person p on p.id = g.person_id
         where g.id = $1 and g.revoked_at is null and ${scopeSql(actor, 'roles.grant', 'o.path', values)} for update of g`,
        values,
      );
      if (!grant) throw new ApiError('not_found');
      if (!holdsAll(actor, grant.role, grant.path)) throw new ApiError('grant_exceeds_own');
      await tx.execute('update role_grant set revoked_at = $2, revoked_by = $3 where id = $1', [
        params.grantId,
        this.clock.now(),
        actor.accountId,
      ]);
      await this.audit.record(tx, {
        actor,
        action: accounts.revokeRole.id,
        objectType: grant.person_id ? 'person' : 'account',
        objectId: grant.person_id ?? grant.account_id,
        objectName: grant.person_name,
        organizationId: grant.organization_id,
        before: { role: grant.role, organization: grant.organization_name },
        request,
      });
      tx.afterCommit(() =>
        this.sessions.forget((other) => other.personId === grant.person_id || other.accountId === grant.account_id),
      );
    });
    return { ok: true as const };
  }
}
