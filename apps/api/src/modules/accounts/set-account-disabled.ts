import { accounts } from '@dangxiao/contracts';
import { Clock } from '../../config/clock.ts';
import { UnitOfWork } from '../../database/unit-of-work.ts';
import { ApiError } from '../../http/api-error.ts';
import type { CallOf, Handler } from '../../http/call.ts';
import { Handles } from '../../http/handles.ts';
import { Sessions } from '../../http/sessions.ts';
import { Audit } from '../audit/index.ts';
import { personInScope } from '../people/index.ts';
import { ActivationCodes } from './activation-codes.ts';
import { assertOutranks } from './rank.ts';

/** Disabling ends the account's sessions and open codes at once; nobody can lock themselves out. Without an account nothing is found. */
@Handles(accounts.setAccountDisabled)
export class SetAccountDisabled implements Handler<typeof accounts.setAccountDisabled> {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly codes: ActivationCodes,
    private readonly sessions: Sessions,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  async run({ actor, scope, params, body, request }: CallOf<typeof accounts.setAccountDisabled>) {
    await this.uow.run(async (tx) => {
      const person = await personInScope(tx, scope, params.personId, { lock: true });
      await assertOutranks(tx, actor, person.id);
      const account = await tx.one<{ id: string; disabled_at: Date | null }>(
        'select id, disabled_at from account where person_id = $1 for update',
        [person.id],
      );
      if (!account) throw new ApiError('not_found');
      if (account.id === actor.accountId) throw new ApiError('not_allowed');
      const was = account.disabled_at !== null;
      if (was === body.disabled) return;
      await tx.execute(
        'update account set disabled_at = $2, disabled_reason = $3, revision = revision + 1 where id = $1',
        [account.id, body.disabled ? this.clock.now() : null, body.disabled ? body.reason : null],
      );
      if (body.disabled) {
        await this.sessions.endAll(tx, account.id);
        await this.codes.endOf(tx, person.id);
      }
      await this.audit.record(tx, {
        actor,
        action: accounts.setAccountDisabled.id,
        objectType: 'person',
        objectId: person.id,
        objectName: person.name,
        organizationId: person.organizationId,
        before: { disabled: was },
        after: { disabled: body.disabled, reason: body.reason },
        request,
      });
    });
    return { ok: true as const };
  }
}
