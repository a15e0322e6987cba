import { exams } from '@dangxiao/contracts';
import { Clock } from '../../config/clock.ts';
import { Pg } from '../../database/pg.ts';
import { ApiError } from '../../http/api-error.ts';
import type { CallOf, Handler } from '../../http/call.ts';
import { Handles } from '../../http/handles.ts';
import { nextEpoch, savedAnswers } from './sitting.queries.ts';

/** Makes this device the writer of a running sitting: its saves are newer than those of every writer before. */
@Handles(exams.takeOverSitting)
export class TakeOverSitting implements Handler<typeof exams.takeOverSitting> {
  constructor(
    private readonly pg: Pg,
    private readonly clock: Clock,
  ) {}

  async run({ actor, params: { sittingId } }: CallOf<typeof exams.takeOverSitting>) {
    const now = this.clock.now();
    const writer = await nextEpoch(this.pg, actor.personId, sittingId, now);
    if (!writer)
      throw new ApiError((await this.exists(actor.personId, sittingId)) ? 'sitting_closed' : 'sitting_not_found');
    return {
      epoch: writer.epoch,
      deadline: writer.deadline.toISOString(),
      serverTime: now.toISOString(),
      answers: await savedAnswers(this.pg, sittingId),
    };
  }

  private exists(personId: string, id: string) {
    return this.pg.one('select 1 from sitting where id = $1 and person_id = $2', [id, personId]);
  }
}
