import { assignments } from '@dangxiao/contracts';
import { Clock } from '../../config/clock.ts';
import { Pg } from '../../database/pg.ts';
import type { CallOf, Handler } from '../../http/call.ts';
import { Handles } from '../../http/handles.ts';

/** Revokes the learner's address; without one nothing happens. */
@Handles(assignments.closeCalendar)
export class CloseCalendar implements Handler<typeof assignments.closeCalendar> {
  constructor(
    private readonly pg: Pg,
    private readonly clock: Clock,
  ) {}

  async run({ actor }: CallOf<typeof assignments.closeCalendar>) {
    await this.pg.execute('update calendar_feed set revoked_at = $2 where person_id = $1 and revoked_at is null', [
      actor.personId,
      this.clock.now(),
    ]);
    return { ok: true as const };
  }
}
