import { accounts } from '@dangxiao/contracts';
import { UnitOfWork } from '../../database/unit-of-work.ts';
import { ApiError } from '../../http/api-error.ts';
import type { CallOf, Handler } from '../../http/call.ts';
import { Handles } from '../../http/handles.ts';
import { Sessions } from '../../http/sessions.ts';

/** Ends a session of one's own account; another account's is not found. */
@Handles(accounts.revokeMySession)
export class RevokeMySession implements Handler<typeof accounts.revokeMySession> {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly sessions: Sessions,
  ) {}

  async run({ actor, params }: CallOf<typeof accounts.revokeMySession>) {
    const ended = await this.uow.run((tx) => this.sessions.end(tx, actor.accountId, params.sessionId));
    if (!ended) throw new ApiError('not_found');
    return { ok: true as const };
  }
}
