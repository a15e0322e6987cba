import { exams } from '@dangxiao/contracts';
import { Clock } from '../../config/clock.ts';
import { Pg } from '../../database/pg.ts';
import { ApiError } from '../../http/api-error.ts';
import type { CallOf, Handler } from '../../http/call.ts';
import { Handles } from '../../http/handles.ts';
import { Endings } from './endings.ts';
import { sittingView } from './sitting.queries.ts';

/** A sitting of one's own: its paper, the acknowledged answers, the server's deadline. One past its deadline is ended first. */
@Handles(exams.getSitting)
export class GetSitting implements Handler<typeof exams.getSitting> {
  constructor(
    private readonly pg: Pg,
    private readonly clock: Clock,
    private readonly endings: Endings,
  ) {}

  async run({ actor, params: { sittingId } }: CallOf<typeof exams.getSitting>) {
    const now = this.clock.now();
    const sitting = await sittingView(this.pg, actor.personId, sittingId, now);
    if (!sitting) throw new ApiError('sitting_not_found');
    const ended = await this.endings.endIfDue({ ...sitting, deadline: new Date(sitting.deadline) }, now);
    return (ended && (await sittingView(this.pg, actor.personId, sittingId, now))) || sitting;
  }
}
