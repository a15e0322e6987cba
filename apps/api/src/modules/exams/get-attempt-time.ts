import { exams, type ResponseOf } from '@dangxiao/contracts';
import { Clock } from '../../config/clock.ts';
import { Pg } from '../../database/pg.ts';
import { ApiError } from '../../http/api-error.ts';
import type { CallOf, Handler } from '../../http/call.ts';
import { Handles } from '../../http/handles.ts';

interface Time {
  state: ResponseOf<typeof exams.getAttemptTime>['state'];
  deadline: Date;
}

/** One row by its key: a whole school that sits at once asks this all the time. */
const time = 'select state, deadline from attempt where id = $1 and person_id = $2';

/** What the page of a running attempt asks for every few seconds (P6). */
@Handles(exams.getAttemptTime)
export class GetAttemptTime implements Handler<typeof exams.getAttemptTime> {
  constructor(
    private readonly pg: Pg,
    private readonly clock: Clock,
  ) {}

  async run({ actor, params: { attemptId } }: CallOf<typeof exams.getAttemptTime>) {
    const [row] = await this.pg.prepared<Time>(time, [attemptId, actor.personId]);
    if (!row) throw new ApiError('attempt_not_found');
    return { state: row.state, deadline: row.deadline.toISOString(), serverTime: this.clock.now().toISOString() };
  }
}
