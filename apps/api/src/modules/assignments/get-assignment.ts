import { assignments } from '@dangxiao/contracts';
import { Clock } from '../../config/clock.ts';
import { Pg } from '../../database/pg.ts';
import type { CallOf, Handler } from '../../http/call.ts';
import { Handles } from '../../http/handles.ts';
import { assignmentDetail } from './assignments.queries.ts';

/** One assignment of the actor's subtrees. */
@Handles(assignments.getAssignment)
export class GetAssignment implements Handler<typeof assignments.getAssignment> {
  constructor(
    private readonly pg: Pg,
    private readonly clock: Clock,
  ) {}

  run({ scope, params }: CallOf<typeof assignments.getAssignment>) {
    return assignmentDetail(this.pg, scope, params.assignmentId, this.clock.now());
  }
}
