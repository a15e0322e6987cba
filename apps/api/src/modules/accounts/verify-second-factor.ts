import { accounts } from '@dangxiao/contracts';
import { isAppCode } from '@dangxiao/domain';
import { Clock } from '../../config/clock.ts';
import { ApiError } from '../../http/api-error.ts';
import type { CallOf, Handler } from '../../http/call.ts';
import { Handles } from '../../http/handles.ts';
import { Sessions } from '../../http/sessions.ts';
import { CodeCheck } from './code-check.ts';
import { meOf } from './me.queries.ts';
import { SecondFactors } from './second-factors.ts';

/** The second step of signing in. What was opened by the password alone ends; a session that opens everything takes its place. */
@Handles(accounts.verifySecondFactor)
export class VerifySecondFactor implements Handler<typeof accounts.verifySecondFactor> {
  constructor(
    private readonly factors: SecondFactors,
    private readonly codes: CodeCheck,
    private readonly sessions: Sessions,
    private readonly clock: Clock,
  ) {}

  run({ actor, body, request, reply }: CallOf<typeof accounts.verifySecondFactor>) {
    if (actor.pending !== 'verify') throw new ApiError('second_factor_not_asked');
    const { accountId } = actor;
    const byApp = isAppCode(body.code);
    const use = { actor, request, action: accounts.verifySecondFactor.id };
    return this.codes.use({
      ...use,
      accept: (tx) =>
        byApp
          ? this.factors.useAppCode(tx, accountId, body.code, 'secret')
          : this.factors.useRecoveryCode(tx, accountId, body.code),
      then: async (tx) => {
        await this.sessions.open(tx, accountId, request, reply);
        await this.codes.record(tx, use, { by: byApp ? 'app' : 'recovery' });
        return meOf(tx, { accountId, pending: null, seeing: null }, this.clock.now());
      },
    });
  }
}
