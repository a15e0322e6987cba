import { accounts } from '@dangxiao/contracts';
import { Clock } from '../../config/clock.ts';
import { UnitOfWork } from '../../database/unit-of-work.ts';
import { ApiError } from '../../http/api-error.ts';
import type { CallOf, Handler } from '../../http/call.ts';
import { Handles } from '../../http/handles.ts';
import { Sessions } from '../../http/sessions.ts';
import { Audit } from '../audit/index.ts';
import { personInScope } from '../people/index.ts';
import { holdsAll, rolesHeldBy } from './rank.ts';
import { SEEING_MS } from './seeing.ts';

/**
 * From now on the session shows the portal as the person sees it and changes nothing. Nobody looks at somebody who may do more than they may
 * themselves, and at themselves they need not.
 */
@Handles(accounts.startSeeAs)
export class StartSeeAs implements Handler<typeof accounts.startSeeAs> {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly sessions: Sessions,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  run({ actor, scope, params, body, request }: CallOf<typeof accounts.startSeeAs>) {
    return this.uow.run(async (tx) => {
      const person = await personInScope(tx, scope, params.personId);
      if (person.id === actor.personId) throw new ApiError('not_allowed');
      if (person.deactivated) throw new ApiError('person_deactivated');
      const held = await rolesHeldBy(tx, person.id);
      if (!held.every((there) => holdsAll(actor, there))) throw new ApiError('grant_exceeds_own');
      const now = this.clock.now();
      const until = new Date(now.getTime() + SEEING_MS);
      const view = await tx.one<{ id: string }>(
        `insert into see_as (actor_account_id, subject_id, reason, started_at, expires_at) values ($1, $2, $3, $4, $5) returning id`,
        [actor.accountId, person.id, body.reason, now, until],
      );
      await tx.execute('update session set see_as_id = $2 where id = $1', [actor.sessionId, view?.id]);
      await this.audit.record(tx, {
        actor,
        action: accounts.startSeeAs.id,
        objectType: 'person',
        objectId: person.id,
        objectName: person.name,
        organizationId: person.organizationId,
        after: { reason: body.reason, expiresAt: until },
        request,
      });
      tx.afterCommit(() => this.sessions.forget((other) => other.sessionId === actor.sessionId));
      return { until: until.toISOString() };
    });
  }
}
