import { accounts } from '@dangxiao/contracts';
import { Clock } from '../../config/clock.ts';
import { UnitOfWork, type Tx } from '../../database/unit-of-work.ts';
import { ApiError } from '../../http/api-error.ts';
import type { CallOf, Handler } from '../../http/call.ts';
import { Handles } from '../../http/handles.ts';
import { Sessions } from '../../http/sessions.ts';
import { Audit } from '../audit/index.ts';
import { lockAuthority } from './grant-role.ts';
import { dependentsOf, grantInScope, mayRevoke, type Dependent, type GrantRow } from './grants.queries.ts';

type Call = CallOf<typeof accounts.revokeRole>;
type Ended = Pick<GrantRow, 'id' | 'role' | 'personId' | 'accountId' | 'organizationId' | 'organizationName'> & {
  name: string;
};

/**
 * Ends a grant from now on; the row stays. What somebody could not grant they cannot revoke either. Roles granted under it end as well, or
 * stand under the actor's own from now on: the caller has seen them and says which.
 */
@Handles(accounts.revokeRole)
export class RevokeRole implements Handler<typeof accounts.revokeRole> {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly sessions: Sessions,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  async run(call: Call) {
    const { actor, scope, params, query } = call;
    await this.uow.run(async (tx) => {
      // Locked first: a role being granted under this one is either there when the dependents are read, or finds this one revoked.
      await tx.execute('select from role_grant where id = $1 for update', [params.grantId]);
      const grant = await grantInScope(tx, scope, params.grantId);
      if (!grant) throw new ApiError('not_found');
      if (!mayRevoke(actor, grant)) throw new ApiError('grant_exceeds_own');
      const dependents = await this.lockBelow(tx, grant.id);
      if (dependents.length > 0 && !query.dependents)
        throw new ApiError('grant_has_dependents', { params: { count: dependents.length } });
      const ends = query.dependents === 'revoke' ? dependents : [];
      if (query.dependents === 'keep') await this.keep(tx, call, grant, dependents);
      for (const one of [{ ...grant, name: grant.holderName }, ...ends])
        await this.end(tx, call, one, one.id !== grant.id);
    });
    return { ok: true as const };
  }

  /** Reads the dependents again until nothing new came in under those that are locked; the depth is three at most. */
  private async lockBelow(tx: Tx, grantId: string): Promise<Dependent[]> {
    for (let known = 0; ;) {
      const found = await dependentsOf(tx, grantId);
      if (found.length <= known) return found;
      known = found.length;
      const ids = found.map(({ id }) => id);
      await tx.execute('select from role_grant where id = any($1::uuid[]) order by id for update', [ids]);
    }
  }

  private async end(tx: Tx, { actor, request }: Call, grant: Ended, dependent: boolean): Promise<void> {
    await tx.execute('update role_grant set revoked_at = $2, revoked_by = $3 where id = $1', [
      grant.id,
      this.clock.now(),
      actor.accountId,
    ]);
    await this.audit.record(tx, {
      actor,
      action: accounts.revokeRole.id,
      objectType: grant.personId ? 'person' : 'account',
      objectId: grant.personId ?? grant.accountId,
      objectName: grant.name,
      organizationId: grant.organizationId,
      before: { role: grant.role, organization: grant.organizationName, ...(dependent ? { dependent } : {}) },
      request,
    });
    tx.afterCommit(() =>
      this.sessions.forget((other) => other.personId === grant.personId || other.accountId === grant.accountId),
    );
  }

  /** The dependents move up to stand under the actor's own grant; that is never deeper than where they stood. */
  private async keep(tx: Tx, { actor }: Call, grant: GrantRow, dependents: readonly Dependent[]): Promise<void> {
    const authority = await lockAuthority(tx, actor, grant.path);
    if (!authority) throw new ApiError('grant_exceeds_own');
    const up = grant.level - authority.level;
    await tx.execute('update role_grant set level = level - $2 where id = any($1::uuid[])', [
      dependents.map(({ id }) => id),
      up,
    ]);
    await tx.execute('update role_grant set parent_id = $2 where parent_id = $1 and revoked_at is null', [
      grant.id,
      authority.id,
    ]);
  }
}
