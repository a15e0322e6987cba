import { accounts } from '@dangxiao/contracts';
import { Clock } from '../../config/clock.ts';
import { Pg } from '../../database/pg.ts';
import type { CallOf, Handler } from '../../http/call.ts';
import { Handles } from '../../http/handles.ts';
import { personInScope } from '../people/index.ts';
import { liveSessionsOf } from './session-views.ts';

/** Where a person is signed in, for who watches over accounts. */
@Handles(accounts.listPersonSessions)
export class ListPersonSessions implements Handler<typeof accounts.listPersonSessions> {
  constructor(
    private readonly pg: Pg,
    private readonly clock: Clock,
  ) {}

  async run({ actor, scope, params }: CallOf<typeof accounts.listPersonSessions>) {
    const person = await personInScope(this.pg, scope, params.personId);
    const account = await this.pg.one<{ id: string }>('select id from account where person_id = $1', [person.id]);
    const items = account ? await liveSessionsOf(this.pg, account.id, this.clock.now(), actor.sessionId) : [];
    return { items };
  }
}
