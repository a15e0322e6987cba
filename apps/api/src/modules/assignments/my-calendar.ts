import { assignments } from '@dangxiao/contracts';
import { Pg } from '../../database/pg.ts';
import type { CallOf, Handler } from '../../http/call.ts';
import { Handles } from '../../http/handles.ts';

/** Whether the learner has an address in use. */
@Handles(assignments.myCalendar)
export class MyCalendar implements Handler<typeof assignments.myCalendar> {
  constructor(private readonly pg: Pg) {}

  async run({ actor }: CallOf<typeof assignments.myCalendar>) {
    const row = await this.pg.one<{ since: Date; read: Date | null }>(
      'select created_at as since, read_at as read from calendar_feed where person_id = $1 and revoked_at is null',
      [actor.personId],
    );
    return { since: row?.since.toISOString() ?? null, lastReadAt: row?.read?.toISOString() ?? null };
  }
}
