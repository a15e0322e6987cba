import { accounts } from '@dangxiao/contracts';
import { Pg } from '../../database/pg.ts';
import type { CallOf, Handler } from '../../http/call.ts';
import { Handles } from '../../http/handles.ts';
import { SecondFactors } from './second-factors.ts';

/** How the account is protected; open before the second step of signing in, as setting up starts here. */
@Handles(accounts.getSecondFactor)
export class GetSecondFactor implements Handler<typeof accounts.getSecondFactor> {
  constructor(
    private readonly pg: Pg,
    private readonly factors: SecondFactors,
  ) {}

  async run({ actor }: CallOf<typeof accounts.getSecondFactor>) {
    const { since, required } = await this.factors.state(this.pg, actor.accountId);
    const left = await this.pg.one<{ left: number }>(
      'select count(*)::int as left from recovery_code where account_id = $1 and used_at is null',
      [actor.accountId],
    );
    return {
      active: since !== null,
      since: since?.toISOString() ?? null,
      required,
      recoveryCodesLeft: left?.left ?? 0,
    };
  }
}
