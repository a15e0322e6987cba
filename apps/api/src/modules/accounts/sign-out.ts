import { accounts } from '@dangxiao/contracts';
import { Clock } from '../../config/clock.ts';
import { UnitOfWork } from '../../database/unit-of-work.ts';
import type { CallOf, Handler } from '../../http/call.ts';
import { Handles } from '../../http/handles.ts';
import { Sessions } from '../../http/sessions.ts';
import { Seeing } from './seeing.ts';

/** Ends the current session at once, with seeing the portal as somebody else, and clears its cookie. */
@Handles(accounts.signOut)
export class SignOut implements Handler<typeof accounts.signOut> {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly sessions: Sessions,
    private readonly seeing: Seeing,
    private readonly clock: Clock,
  ) {}

  async run({ actor, request, reply }: CallOf<typeof accounts.signOut>) {
    await this.uow.run(async (tx) => {
      if (actor.seeing) await this.seeing.end(tx, actor.seeing.id, this.clock.now(), 'signed_out', request);
      await this.sessions.end(tx, actor.accountId, actor.sessionId);
    });
    this.sessions.clearCookie(reply);
    return { ok: true as const };
  }
}
