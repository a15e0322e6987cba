import { accounts } from '@dangxiao/contracts';
import { UnitOfWork } from '../../database/unit-of-work.ts';
import { ApiError } from '../../http/api-error.ts';
import type { CallOf, Handler } from '../../http/call.ts';
import { Handles } from '../../http/handles.ts';
import { Sessions } from '../../http/sessions.ts';
import { Audit } from '../audit/index.ts';
import { personInScope } from '../people/index.ts';
import { deviceOf } from './device.ts';
import { assertOutranks } from './rank.ts';

/** Ends a session of a person at once; of somebody who may do more it cannot be ended from below. */
@Handles(accounts.revokePersonSession)
export class RevokePersonSession implements Handler<typeof accounts.revokePersonSession> {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly sessions: Sessions,
    private readonly audit: Audit,
  ) {}

  async run({ actor, scope, params, request }: CallOf<typeof accounts.revokePersonSession>) {
    await this.uow.run(async (tx) => {
      const person = await personInScope(tx, scope, params.personId);
      await assertOutranks(tx, actor, person.id);
      const session = await tx.one<{ account_id: string; user_agent: string }>(
        `select s.account_id, s.user_agent from session s join account a on a.id = s.account_id
         where s.id = $1 and a.person_id = $2`,
        [params.sessionId, person.id],
      );
      if (!session || !(await this.sessions.end(tx, session.account_id, params.sessionId)))
        throw new ApiError('not_found');
      await this.audit.record(tx, {
        actor,
        action: accounts.revokePersonSession.id,
        objectType: 'person',
        objectId: person.id,
        objectName: person.name,
        organizationId: person.organizationId,
        before: { device: deviceOf(session.user_agent) },
        request,
      });
    });
    return { ok: true as const };
  }
}
