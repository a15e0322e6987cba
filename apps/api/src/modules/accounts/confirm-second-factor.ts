import { accounts } from '@dangxiao/contracts';
import { Clock } from '../../config/clock.ts';
import { Pg } from '../../database/pg.ts';
import { ApiError } from '../../http/api-error.ts';
import type { CallOf, Handler } from '../../http/call.ts';
import { Handles } from '../../http/handles.ts';
import { Sessions } from '../../http/sessions.ts';
import { CodeCheck } from './code-check.ts';
import { SecondFactors } from './second-factors.ts';

/** The secret counts once a code of it was given. Sessions that were opened without it end; the asking one goes on under a new cookie. */
@Handles(accounts.confirmSecondFactor)
export class ConfirmSecondFactor implements Handler<typeof accounts.confirmSecondFactor> {
  constructor(
    private readonly pg: Pg,
    private readonly factors: SecondFactors,
    private readonly codes: CodeCheck,
    private readonly sessions: Sessions,
    private readonly clock: Clock,
  ) {}

  async run({ actor, body, request, reply }: CallOf<typeof accounts.confirmSecondFactor>) {
    const { accountId } = actor;
    if (actor.pending === 'verify') throw new ApiError('second_factor_required', { params: { step: 'verify' } });
    const started = await this.pg.one('select from second_factor where account_id = $1 and new_secret is not null', [
      accountId,
    ]);
    if (!started) throw new ApiError('second_factor_not_set');
    const use = { actor, request, action: accounts.confirmSecondFactor.id };
    return this.codes.use({
      ...use,
      accept: (tx) => this.factors.useAppCode(tx, accountId, body.code, 'new_secret'),
      then: async (tx) => {
        await tx.execute(
          'update second_factor set secret = new_secret, new_secret = null, confirmed_at = $2 where account_id = $1',
          [accountId, this.clock.now()],
        );
        const recoveryCodes = await this.factors.renewRecoveryCodes(tx, accountId);
        await this.sessions.endAll(tx, accountId);
        await this.sessions.open(tx, accountId, request, reply);
        await this.codes.record(tx, use);
        return { recoveryCodes };
      },
    });
  }
}
