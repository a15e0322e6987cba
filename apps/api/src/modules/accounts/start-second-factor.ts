import { accounts } from '@dangxiao/contracts';
import { UnitOfWork } from '../../database/unit-of-work.ts';
import { ApiError } from '../../http/api-error.ts';
import type { CallOf, Handler } from '../../http/call.ts';
import { Handles } from '../../http/handles.ts';
import { addressOf, newSecret } from './totp.ts';
import { SecondFactors } from './second-factors.ts';

/** Shows a new secret; a factor that is in use stays so until the new one is confirmed. */
@Handles(accounts.startSecondFactor)
export class StartSecondFactor implements Handler<typeof accounts.startSecondFactor> {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly factors: SecondFactors,
  ) {}

  async run({ actor }: CallOf<typeof accounts.startSecondFactor>) {
    // Whoever knows only the password must not replace the factor that they lack.
    if (actor.pending === 'verify') throw new ApiError('second_factor_required', { params: { step: 'verify' } });
    const secret = newSecret();
    const school = await this.uow.run(async (tx) => {
      await tx.execute(
        `insert into second_factor (account_id, new_secret) values ($1, $2)
         on conflict (account_id) do update set new_secret = excluded.new_secret`,
        [actor.accountId, this.factors.seal(actor.accountId, secret)],
      );
      return tx.one<{ name: string }>('select name from school');
    });
    return { secret, uri: addressOf(secret, actor.login, school?.name ?? '') };
  }
}
