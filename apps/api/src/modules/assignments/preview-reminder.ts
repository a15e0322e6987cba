import { assignments } from '@dangxiao/contracts';
import { Clock } from '../../config/clock.ts';
import { Pg } from '../../database/pg.ts';
import type { CallOf, Handler } from '../../http/call.ts';
import { Handles } from '../../http/handles.ts';
import { ownAssignment, previewOf } from './reminding.queries.ts';

/** Whom a reminder would reach, before it is sent. */
@Handles(assignments.previewReminder)
export class PreviewReminder implements Handler<typeof assignments.previewReminder> {
  constructor(
    private readonly pg: Pg,
    private readonly clock: Clock,
  ) {}

  async run({ scope, params: { assignmentId }, query }: CallOf<typeof assignments.previewReminder>) {
    const now = this.clock.now();
    await ownAssignment(this.pg, scope, assignmentId);
    return previewOf(this.pg, scope, assignmentId, query.who, now);
  }
}
