import { accounts } from '@dangxiao/contracts';
import { passwordProblem } from '@dangxiao/domain';
import { Pg } from '../../database/pg.ts';
import { UnitOfWork } from '../../database/unit-of-work.ts';
import { ApiError } from '../../http/api-error.ts';
import type { CallOf, Handler } from '../../http/call.ts';
import { Handles } from '../../http/handles.ts';
import { Sessions } from '../../http/sessions.ts';
import { Audit } from '../audit/index.ts';
import { findSecret } from './accounts.queries.ts';
import { PasswordHasher } from './password-hasher.ts';
import { Throttle, throttleKey } from './throttle.ts';

/** Needs the current password, with the tries of a sign-in: a session left open must not let anybody guess. Ends all other sessions. */
@Handles(accounts.changePassword)
export class ChangePassword implements Handler<typeof accounts.changePassword> {
  constructor(
    private readonly pg: Pg,
    private readonly uow: UnitOfWork,
    private readonly hasher: PasswordHasher,
    private readonly throttle: Throttle,
    private readonly sessions: Sessions,
    private readonly audit: Audit,
  ) {}

  async run({ actor, body, request }: CallOf<typeof accounts.changePassword>) {
    const account = await findSecret(this.pg, actor.accountId);
    const problem = passwordProblem(body.newPassword, actor.login);
    if (problem) throw new ApiError('password_too_weak', { params: { reason: problem } });
    const key = throttleKey(actor.accountId, actor.login);
    const refusal = await this.throttle.takeTry(key);
    if (!(await this.hasher.matches(account?.password_hash ?? null, body.currentPassword))) {
      throw refusal.code === 'wrong_credentials' ? new ApiError('wrong_current_password') : refusal;
    }
    const hash = await this.hasher.hash(body.newPassword);
    await this.uow.run(async (tx) => {
      // Guarded by the hash that was checked: of two changes at once the second has to know the first one's password.
      const changed = await tx.execute(
        'update account set password_hash = $2, revision = revision + 1 where id = $1 and password_hash = $3',
        [actor.accountId, hash, account?.password_hash],
      );
      if (changed === 0) throw new ApiError('wrong_current_password');
      await this.throttle.forget(tx, key);
      await this.sessions.endAll(tx, actor.accountId, actor.sessionId);
      await this.audit.record(tx, {
        actor,
        action: accounts.changePassword.id,
        objectType: 'account',
        objectId: actor.accountId,
        objectName: actor.login,
        request,
      });
    });
    return { ok: true as const };
  }
}
