import { accounts } from '@dangxiao/contracts';
import { Clock } from '../../config/clock.ts';
import { Pg } from '../../database/pg.ts';
import type { CallOf, Handler } from '../../http/call.ts';
import { Handles } from '../../http/handles.ts';
import { liveSessionsOf } from './session-views.ts';

/** Where the account is signed in now, the asking browser first. */
@Handles(accounts.listMySessions)
export class ListMySessions implements Handler<typeof accounts.listMySessions> {
  constructor(
    private readonly pg: Pg,
    private readonly clock: Clock,
  ) {}

  async run({ actor }: CallOf<typeof accounts.listMySessions>) {
    return { items: await liveSessionsOf(this.pg, actor.accountId, this.clock.now(), actor.sessionId) };
  }
}
