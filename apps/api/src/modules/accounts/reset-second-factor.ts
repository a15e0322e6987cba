import { accounts } from '@dangxiao/contracts';
import { UnitOfWork } from '../../database/unit-of-work.ts';
import { ApiError } from '../../http/api-error.ts';
import type { CallOf, Handler } from '../../http/call.ts';
import { Handles } from '../../http/handles.ts';
import { Sessions } from '../../http/sessions.ts';
import { Audit } from '../audit/index.ts';
import { personInScope } from '../people/index.ts';
import { factorThrottleKey } from './code-check.ts';
import { assertOutranks } from './rank.ts';
import { SecondFactors } from './second-factors.ts';
import { Throttle } from './throttle.ts';

/** For a lost phone: the person sets the second factor up anew at the next sign-in. Nobody resets their own. */
@Handles(accounts.resetSecondFactor)
export class ResetSecondFactor implements Handler<typeof accounts.resetSecondFactor> {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly factors: SecondFactors,
    private readonly throttle: Throttle,
    private readonly sessions: Sessions,
    private readonly audit: Audit,
  ) {}

  async run({ actor, scope, params, body, request }: CallOf<typeof accounts.resetSecondFactor>) {
    await this.uow.run(async (tx) => {
      const person = await personInScope(tx, scope, params.personId, { lock: true });
      if (person.id === actor.personId) throw new ApiError('not_allowed');
      await assertOutranks(tx, actor, person.id);
      const account = await tx.one<{ id: string }>('select id from account where person_id = $1', [person.id]);
      if (!account || !(await this.factors.remove(tx, account.id))) throw new ApiError('second_factor_not_set');
      await this.throttle.forget(tx, factorThrottleKey(account.id));
      await this.sessions.endAll(tx, account.id);
      await this.audit.record(tx, {
        actor,
        action: accounts.resetSecondFactor.id,
        objectType: 'person',
        objectId: person.id,
        objectName: person.name,
        organizationId: person.organizationId,
        after: { reason: body.reason },
        request,
      });
    });
    return { ok: true as const };
  }
}
