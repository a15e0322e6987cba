import { accounts } from '@dangxiao/contracts';
import { normaliseLogin } from '@dangxiao/domain';
import { Clock } from '../../config/clock.ts';
import { UnitOfWork } from '../../database/unit-of-work.ts';
import type { CallOf, Handler } from '../../http/call.ts';
import { Handles } from '../../http/handles.ts';
import { Sessions } from '../../http/sessions.ts';
import { Audit } from '../audit/index.ts';
import { authenticate } from './local-strategy.ts';
import { meOf } from './me.queries.ts';
import { PasswordCheck } from './password-check.ts';
import { SecondFactors } from './second-factors.ts';
import { Throttle } from './throttle.ts';

/**
 * Login name or phone number and password. A new session every time, the one that the browser carried ends; failures are counted per
 * account and per address, and every attempt at an account is in the audit log. Where a second factor is asked for, the session waits for it.
 */
@Handles(accounts.signIn)
export class SignIn implements Handler<typeof accounts.signIn> {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly passwords: PasswordCheck,
    private readonly throttle: Throttle,
    private readonly factors: SecondFactors,
    private readonly sessions: Sessions,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  async run({ body, request, reply }: CallOf<typeof accounts.signIn>) {
    await this.throttle.checkAddress(request.ip);
    const account = await authenticate({ headers: request.headers, body }, ({ login, password }) =>
      this.passwords.verify(normaliseLogin(login), password, request),
    );
    return this.uow.run(async (tx) => {
      await this.throttle.forget(tx, account.throttleKey);
      const pending = await this.factors.pendingFor(tx, account.id);
      await this.sessions.open(tx, account.id, request, reply, pending);
      await this.audit.record(tx, {
        actor: { accountId: account.id, login: account.login },
        action: accounts.signIn.id,
        objectType: 'account',
        objectId: account.id,
        objectName: account.login,
        organizationId: account.organizationId,
        request,
      });
      return meOf(tx, { accountId: account.id, pending, seeing: null }, this.clock.now());
    });
  }
}
