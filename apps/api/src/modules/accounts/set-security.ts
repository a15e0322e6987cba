import { accounts } from '@dangxiao/contracts';
import { Clock } from '../../config/clock.ts';
import { UnitOfWork, type Tx } from '../../database/unit-of-work.ts';
import { ApiError } from '../../http/api-error.ts';
import { scopeOf } from '../../http/scope.ts';
import type { CallOf, Handler } from '../../http/call.ts';
import { Handles } from '../../http/handles.ts';
import { Sessions } from '../../http/sessions.ts';
import { Audit } from '../audit/index.ts';
import { organizationInScope } from '../people/index.ts';
import { conflictsBelow, dutiesAreHeld, policyAt } from './security.queries.ts';

/** The two settings that bind everything below. Duties are separated only where they are held, each by somebody else. */
@Handles(accounts.setSecurity)
export class SetSecurity implements Handler<typeof accounts.setSecurity> {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly sessions: Sessions,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  async run({ actor, scope, params, body, request }: CallOf<typeof accounts.setSecurity>) {
    await this.uow.run(async (tx) => {
      const node = await organizationInScope(tx, scope, params.organizationId, { lock: true });
      const { twoFactor, separatedDuties } = await policyAt(tx, node.path);
      if (body.separatedDuties !== separatedDuties) {
        if (!scopeOf(actor, 'roles.assign').reaches(node.path)) throw new ApiError('grant_exceeds_own');
        if (body.separatedDuties) await assertSeparable(tx, node.path);
      }
      await tx.execute(
        `insert into organization_setting as s (organization_id, settings, updated_at) values ($1, $2, $3)
         on conflict (organization_id) do update set settings = s.settings || excluded.settings, updated_at = excluded.updated_at,
           revision = s.revision + 1`,
        [node.id, JSON.stringify(body), this.clock.now()],
      );
      await this.audit.record(tx, {
        actor,
        action: accounts.setSecurity.id,
        objectType: 'organization',
        objectId: node.id,
        objectName: node.name,
        organizationId: node.id,
        before: { twoFactor, separatedDuties },
        after: body,
        request,
      });
      tx.afterCommit(() => this.sessions.forget());
    });
    return { ok: true as const };
  }
}

async function assertSeparable(tx: Tx, path: string): Promise<void> {
  if (!(await dutiesAreHeld(tx, path))) throw new ApiError('duties_incomplete');
  const [first] = await conflictsBelow(tx, path);
  if (first) throw new ApiError('duties_conflict', { params: { name: first.name } });
}
