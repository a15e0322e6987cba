import { accounts } from '@dangxiao/contracts';
import { delegatedLevel, dutiesConflict, MOST_LEVELS } from '@dangxiao/domain';
import { Clock } from '../../config/clock.ts';
import { bindingSetting } from '../../database/fragments/binding-setting.ts';
import { UnitOfWork, type Tx } from '../../database/unit-of-work.ts';
import type { Actor } from '../../http/actor.ts';
import { ApiError } from '../../http/api-error.ts';
import type { CallOf, Handler } from '../../http/call.ts';
import { Handles } from '../../http/handles.ts';
import { Sessions } from '../../http/sessions.ts';
import { Audit } from '../audit/index.ts';
import { organizationInScope, personInScope } from '../people/index.ts';
import { authorities, mayAssign, rolesHeldBy, type RoleThere } from './rank.ts';
import { SecondFactors } from './second-factors.ts';

/**
 * A role at a node, for its subtree, given to the person whether or not they have an account yet. Nobody grants more than they may give there,
 * nothing to themselves, and nothing deeper than three levels.
 */
@Handles(accounts.grantRole)
export class GrantRole implements Handler<typeof accounts.grantRole> {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly sessions: Sessions,
    private readonly factors: SecondFactors,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  run({ actor, scope, params, body, request }: CallOf<typeof accounts.grantRole>) {
    return this.uow.run(async (tx) => {
      const person = await personInScope(tx, scope, params.personId, { lock: true });
      const node = await organizationInScope(tx, scope, body.organizationId);
      if (person.id === actor.personId) throw new ApiError('grant_to_oneself');
      const there = { role: body.role, path: node.path, separated: await isSeparated(tx, node.path) };
      if (!mayAssign(actor, there)) throw new ApiError('grant_exceeds_own');
      const authority = await lockAuthority(tx, actor, node.path);
      if (!authority) throw new ApiError('grant_exceeds_own');
      const level = delegatedLevel(body.role, node.parentId === null, authority.level);
      if (level === null) throw new ApiError('delegation_too_deep', { params: { levels: MOST_LEVELS } });
      await assertDutiesApart(tx, person.id, there);
      const grant = await tx.one<{ id: string }>(
        `insert into role_grant (person_id, role, organization_id, granted_by, granted_at, parent_id, level)
         values ($1, $2, $3, $4, $5, $6, $7)
         on conflict (coalesce(person_id, account_id), role, organization_id) where revoked_at is null do nothing returning id`,
        [person.id, body.role, node.id, actor.accountId, this.clock.now(), level === 0 ? null : authority.id, level],
      );
      if (!grant) throw new ApiError('already_active');
      await this.factors.askAgain(tx, person.id);
      await this.audit.record(tx, {
        actor,
        action: accounts.grantRole.id,
        objectType: 'person',
        objectId: person.id,
        objectName: person.name,
        organizationId: node.id,
        after: { role: body.role, organization: node.name, level },
        request,
      });
      tx.afterCommit(() => this.sessions.forget((other) => other.personId === person.id));
      return { id: grant.id, level };
    });
  }
}

const isSeparated = async (tx: Tx, path: string): Promise<boolean> =>
  (await tx.one<{ on: boolean }>(`select ${bindingSetting('separatedDuties', '$1::ltree')} as on`, [path]))?.on ??
  false;

/** The grant that the new one stands under, held until the end of the transaction: it can be neither revoked nor moved meanwhile. */
export async function lockAuthority(tx: Tx, actor: Actor, path: string): Promise<{ id: string; level: number } | null> {
  const ids = authorities(actor, path).map((grant) => grant.id);
  return tx.one(
    `select id, level from role_grant where id = any($1::uuid[]) and revoked_at is null order by level, id limit 1 for share`,
    [ids],
  );
}

/** Where duties are separated, at the new node or at one that the person administers already, nobody takes on a second one. */
async function assertDutiesApart(tx: Tx, personId: string, there: RoleThere): Promise<void> {
  const held = await rolesHeldBy(tx, personId);
  const other = held.find((one) => (one.separated || there.separated) && dutiesConflict(one, there));
  if (other) throw new ApiError('duties_conflict', { params: { role: other.role } });
}
