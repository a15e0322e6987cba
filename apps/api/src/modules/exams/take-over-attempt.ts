import { exams } from '@dangxiao/contracts';
import { Clock } from '../../config/clock.ts';
import { Pg } from '../../database/pg.ts';
import { ApiError } from '../../http/api-error.ts';
import type { CallOf, Handler } from '../../http/call.ts';
import { Handles } from '../../http/handles.ts';
import { nextEpoch, savedAnswers } from './attempt.queries.ts';

/** Makes this device the writer of a running attempt: its saves are newer than those of every writer before. */
@Handles(exams.takeOverAttempt)
export class TakeOverAttempt implements Handler<typeof exams.takeOverAttempt> {
  constructor(
    private readonly pg: Pg,
    private readonly clock: Clock,
  ) {}

  async run({ actor, params: { attemptId } }: CallOf<typeof exams.takeOverAttempt>) {
    const now = this.clock.now();
    const writer = await nextEpoch(this.pg, actor.personId, attemptId, now);
    if (!writer)
      throw new ApiError((await this.exists(actor.personId, attemptId)) ? 'attempt_closed' : 'attempt_not_found');
    return {
      epoch: writer.epoch,
      deadline: writer.deadline.toISOString(),
      serverTime: now.toISOString(),
      answers: await savedAnswers(this.pg, attemptId),
    };
  }

  private exists(personId: string, id: string) {
    return this.pg.one('select 1 from attempt where id = $1 and person_id = $2', [id, personId]);
  }
}
