import { accounts } from '@dangxiao/contracts';
import { isAppCode } from '@dangxiao/domain';
import { Pg } from '../../database/pg.ts';
import { ApiError } from '../../http/api-error.ts';
import type { CallOf, Handler } from '../../http/call.ts';
import { Handles } from '../../http/handles.ts';
import { CodeCheck } from './code-check.ts';
import { SecondFactors } from './second-factors.ts';

/** Back to the password alone, for who knows a code; not where a policy asks for the second factor. */
@Handles(accounts.switchOffSecondFactor)
export class SwitchOffSecondFactor implements Handler<typeof accounts.switchOffSecondFactor> {
  constructor(
    private readonly pg: Pg,
    private readonly factors: SecondFactors,
    private readonly codes: CodeCheck,
  ) {}

  async run({ actor, body, request }: CallOf<typeof accounts.switchOffSecondFactor>) {
    const { accountId } = actor;
    const { since, required } = await this.factors.state(this.pg, accountId);
    if (!since) throw new ApiError('second_factor_not_set');
    if (required) throw new ApiError('second_factor_policy');
    const use = { actor, request, action: accounts.switchOffSecondFactor.id };
    return this.codes.use({
      ...use,
      accept: (tx) =>
        isAppCode(body.code)
          ? this.factors.useAppCode(tx, accountId, body.code, 'secret')
          : this.factors.useRecoveryCode(tx, accountId, body.code),
      then: async (tx) => {
        await this.factors.remove(tx, accountId);
        await this.codes.record(tx, use);
        return { ok: true as const };
      },
    });
  }
}
