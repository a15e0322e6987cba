import { assignments } from '@dangxiao/contracts';
import { Clock } from '../../config/clock.ts';
import { Pg } from '../../database/pg.ts';
import type { CallOf, Handler } from '../../http/call.ts';
import { Handles } from '../../http/handles.ts';
import { trainingOf, trainingSql, type TrainingRow } from './training.queries.ts';

/** What the learner is assigned, most urgent first; `open` leaves out what is finished. A hot path. */
@Handles(assignments.myTraining)
export class MyTraining implements Handler<typeof assignments.myTraining> {
  constructor(
    private readonly pg: Pg,
    private readonly clock: Clock,
  ) {}

  async run({ actor, query }: CallOf<typeof assignments.myTraining>) {
    const rows = await this.pg.prepared<TrainingRow>(trainingSql, [actor.personId]);
    const items = await trainingOf(this.pg, rows, this.clock.now());
    return { items: query.open ? items.filter((item) => item.state !== 'finished') : items };
  }
}
