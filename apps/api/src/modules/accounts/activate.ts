import { accounts } from '@dangxiao/contracts';
import { normaliseLogin, passwordProblem } from '@dangxiao/domain';
import { Clock } from '../../config/clock.ts';
import { Pg } from '../../database/pg.ts';
import { UnitOfWork } from '../../database/unit-of-work.ts';
import { ApiError } from '../../http/api-error.ts';
import type { CallOf, Handler } from '../../http/call.ts';
import { Handles } from '../../http/handles.ts';
import { Sessions } from '../../http/sessions.ts';
import { Activation } from './activation.ts';
import { ActivationCodes, type ActivationCode } from './activation-codes.ts';
import { suggestLogin } from './logins.ts';
import { meOf } from './me.queries.ts';
import { PasswordHasher } from './password-hasher.ts';
import { SecondFactors } from './second-factors.ts';
import { Throttle } from './throttle.ts';

/**
 * Uses a one-time code up: makes the account with the chosen login name (left out: the suggested one), or sets a new password and ends the
 * sessions that knew the old one. Signs in. The costly hash is made only for a code that is good.
 */
@Handles(accounts.activate)
export class Activate implements Handler<typeof accounts.activate> {
  constructor(
    private readonly pg: Pg,
    private readonly uow: UnitOfWork,
    private readonly codes: ActivationCodes,
    private readonly activation: Activation,
    private readonly hasher: PasswordHasher,
    private readonly throttle: Throttle,
    private readonly factors: SecondFactors,
    private readonly sessions: Sessions,
    private readonly clock: Clock,
  ) {}

  async run({ body, request, reply }: CallOf<typeof accounts.activate>) {
    await this.throttle.checkAddress(request.ip);
    const known = await this.codes.find(this.pg, body.code);
    if (!known) {
      await this.throttle.addressFailed(request.ip);
      throw new ApiError('activation_code_invalid');
    }
    const login = await this.loginFor(known, body.login);
    const problem = passwordProblem(body.password, login);
    if (problem) throw new ApiError('password_too_weak', { params: { reason: problem } });
    const hash = await this.hasher.hash(body.password);
    return this.uow.run(async (tx) => {
      const code = await this.codes.use(tx, body.code);
      if (!code) throw new ApiError('activation_code_invalid');
      const accountId = await this.activation.apply(tx, code, login, hash, request);
      const pending = await this.factors.pendingFor(tx, accountId);
      await this.sessions.open(tx, accountId, request, reply, pending);
      return meOf(tx, { accountId, pending, seeing: null }, this.clock.now());
    });
  }

  private async loginFor(code: ActivationCode, typed: string | undefined): Promise<string> {
    if (code.accountId) {
      const row = await this.pg.one<{ login: string }>('select login from account where id = $1', [code.accountId]);
      return row?.login ?? '';
    }
    if (typed !== undefined) return normaliseLogin(typed);
    if (code.suggestedLogin) return code.suggestedLogin;
    const person = await this.pg.one<{ name: string }>('select name from person where id = $1', [code.personId]);
    return suggestLogin(this.pg, person?.name ?? '');
  }
}
