import { accounts } from '@dangxiao/contracts';
import { Clock } from '../../config/clock.ts';
import { Pg } from '../../database/pg.ts';
import type { CallOf, Handler } from '../../http/call.ts';
import { Handles } from '../../http/handles.ts';
import { meOf } from './me.queries.ts';

/** Who is signed in; open before consent, because the apps ask this first. */
@Handles(accounts.me)
export class GetMe implements Handler<typeof accounts.me> {
  constructor(
    private readonly pg: Pg,
    private readonly clock: Clock,
  ) {}

  run({ actor }: CallOf<typeof accounts.me>) {
    return meOf(this.pg, actor, this.clock.now());
  }
}
