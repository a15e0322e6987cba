import { accounts } from '@dangxiao/contracts';
import { Pg } from '../../database/pg.ts';
import { ApiError } from '../../http/api-error.ts';
import type { CallOf, Handler } from '../../http/call.ts';
import { Handles } from '../../http/handles.ts';
import { CodeCheck } from './code-check.ts';
import { SecondFactors } from './second-factors.ts';

/** Ten new recovery codes, shown once; the older ones end. */
@Handles(accounts.renewRecoveryCodes)
export class RenewRecoveryCodes implements Handler<typeof accounts.renewRecoveryCodes> {
  constructor(
    private readonly pg: Pg,
    private readonly factors: SecondFactors,
    private readonly codes: CodeCheck,
  ) {}

  async run({ actor, body, request }: CallOf<typeof accounts.renewRecoveryCodes>) {
    const { accountId } = actor;
    if (!(await this.factors.state(this.pg, accountId)).since) throw new ApiError('second_factor_not_set');
    const use = { actor, request, action: accounts.renewRecoveryCodes.id };
    return this.codes.use({
      ...use,
      accept: (tx) => this.factors.useAppCode(tx, accountId, body.code, 'secret'),
      then: async (tx) => {
        const recoveryCodes = await this.factors.renewRecoveryCodes(tx, accountId);
        await this.codes.record(tx, use);
        return { recoveryCodes };
      },
    });
  }
}
