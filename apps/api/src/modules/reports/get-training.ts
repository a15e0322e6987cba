import { reports } from '@dangxiao/contracts';
import { Config } from '../../config/config.ts';
import { Pg } from '../../database/pg.ts';
import { ApiError } from '../../http/api-error.ts';
import type { CallOf, Handler } from '../../http/call.ts';
import { Handles } from '../../http/handles.ts';
import { Dashboards } from './dashboards.ts';
import { trainedChildren, trainedRow, trainedTrend, trainedView } from './trained.queries.ts';

/** One assignment below an organization, also when it was assigned from above. */
@Handles(reports.getTraining)
export class GetTraining implements Handler<typeof reports.getTraining> {
  constructor(
    private readonly dashboards: Dashboards,
    private readonly pg: Pg,
    private readonly config: Config,
  ) {}

  async run({ scope, params: { organizationId, assignmentId }, query }: CallOf<typeof reports.getTraining>) {
    const { sight, counting } = await this.dashboards.open(scope, organizationId, query.asOf);
    const row = await trainedRow(this.pg, sight, assignmentId);
    if (!row) throw new ApiError('assignment_not_found');
    const [children, trend] = await Promise.all([
      trainedChildren(this.pg, sight, assignmentId, this.config.zone),
      trainedTrend(this.pg, sight, assignmentId),
    ]);
    const late = row.deadline !== null && row.deadline < sight.until;
    return {
      ...trainedView(row),
      asOf: sight.day,
      counting,
      children: children.map((child) => ({ ...child, overdue: late ? child.assigned - child.finished : 0 })),
      trend,
    };
  }
}
