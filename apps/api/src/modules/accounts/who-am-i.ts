import { accounts } from '@dangxiao/contracts';
import { Clock } from '../../config/clock.ts';
import { Pg } from '../../database/pg.ts';
import type { CallOf, Handler } from '../../http/call.ts';
import { Handles } from '../../http/handles.ts';
import { meOf } from './me.queries.ts';

/** The first question of both apps: nobody being signed in is an answer, not an error. */
@Handles(accounts.whoAmI)
export class WhoAmI implements Handler<typeof accounts.whoAmI> {
  constructor(
    private readonly pg: Pg,
    private readonly clock: Clock,
  ) {}

  async run({ actor }: CallOf<typeof accounts.whoAmI>) {
    return { me: actor && (await meOf(this.pg, actor, this.clock.now())) };
  }
}
