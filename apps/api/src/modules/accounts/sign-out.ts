import { accounts } from '@dangxiao/contracts';
import { UnitOfWork } from '../../database/unit-of-work.ts';
import type { CallOf, Handler } from '../../http/call.ts';
import { Handles } from '../../http/handles.ts';
import { Sessions } from '../../http/sessions.ts';

/** Ends the current session at once and clears its cookie. */
@Handles(accounts.signOut)
export class SignOut implements Handler<typeof accounts.signOut> {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly sessions: Sessions,
  ) {}

  async run({ actor, reply }: CallOf<typeof accounts.signOut>) {
    await this.uow.run((tx) => this.sessions.end(tx, actor.accountId, actor.sessionId));
    this.sessions.clearCookie(reply);
    return { ok: true as const };
  }
}
