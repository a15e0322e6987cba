import { accounts } from '@dangxiao/contracts';
import { Clock } from '../../config/clock.ts';
import { UnitOfWork } from '../../database/unit-of-work.ts';
import { ApiError } from '../../http/api-error.ts';
import type { CallOf, Handler } from '../../http/call.ts';
import { Handles } from '../../http/handles.ts';
import { Sessions } from '../../http/sessions.ts';
import { Seeing } from './seeing.ts';

/** The session is its owner's own again. */
@Handles(accounts.endSeeAs)
export class EndSeeAs implements Handler<typeof accounts.endSeeAs> {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly seeing: Seeing,
    private readonly sessions: Sessions,
    private readonly clock: Clock,
  ) {}

  async run({ actor, request }: CallOf<typeof accounts.endSeeAs>) {
    const { seeing, sessionId } = actor;
    if (!seeing) throw new ApiError('see_as_ended');
    await this.uow.run(async (tx) => {
      await this.seeing.end(tx, seeing.id, this.clock.now(), 'ended', request);
      tx.afterCommit(() => this.sessions.forget((other) => other.sessionId === sessionId));
    });
    return { ok: true as const };
  }
}
