import { exams } from '@dangxiao/contracts';
import { Clock } from '../../config/clock.ts';
import { Pg } from '../../database/pg.ts';
import { ApiError } from '../../http/api-error.ts';
import type { CallOf, Handler } from '../../http/call.ts';
import { Handles } from '../../http/handles.ts';
import { Endings } from './endings.ts';
import { attemptView } from './attempt.queries.ts';

/** An attempt of one's own: its paper, the acknowledged answers, the server's deadline. One past its deadline is ended first. */
@Handles(exams.getAttempt)
export class GetAttempt implements Handler<typeof exams.getAttempt> {
  constructor(
    private readonly pg: Pg,
    private readonly clock: Clock,
    private readonly endings: Endings,
  ) {}

  async run({ actor, params: { attemptId } }: CallOf<typeof exams.getAttempt>) {
    const now = this.clock.now();
    const attempt = await attemptView(this.pg, actor.personId, attemptId, now);
    if (!attempt) throw new ApiError('attempt_not_found');
    const ended = await this.endings.endIfDue({ ...attempt, deadline: new Date(attempt.deadline) }, now);
    return (ended && (await attemptView(this.pg, actor.personId, attemptId, now))) || attempt;
  }
}
