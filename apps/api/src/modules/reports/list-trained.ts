import { reports } from '@dangxiao/contracts';
import { z } from 'zod';
import { cursorOf, pageOf, readCursor } from '../../database/cursor.ts';
import { Pg } from '../../database/pg.ts';
import { ApiError } from '../../http/api-error.ts';
import type { CallOf, Handler } from '../../http/call.ts';
import { Handles } from '../../http/handles.ts';
import { Dashboards } from './dashboards.ts';
import { countTrainedPeople, listTrainedPeople } from './people-trained.queries.ts';
import { trainedRow } from './trained.queries.ts';

const place = z.tuple([z.string(), z.uuid()]);

/** The people behind the figures of an assignment, as of a day. */
@Handles(reports.listTrained)
export class ListTrained implements Handler<typeof reports.listTrained> {
  constructor(
    private readonly dashboards: Dashboards,
    private readonly pg: Pg,
  ) {}

  async run({ scope, params: { organizationId, assignmentId }, query }: CallOf<typeof reports.listTrained>) {
    const after = readCursor(query.cursor, place);
    const { sight } = await this.dashboards.open(scope, organizationId, query.asOf);
    const assignment = await trainedRow(this.pg, sight, assignmentId);
    if (!assignment) throw new ApiError('assignment_not_found');
    const late = assignment.deadline !== null && assignment.deadline < sight.until;
    const total = countTrainedPeople(assignment, late, query.state);
    const { deadline, assigned } = assignment;
    const filter = { assignmentId, deadline, state: query.state, total, assigned };
    const rows = total > 0 ? await listTrainedPeople(this.pg, sight, filter, { after, limit: query.limit }) : [];
    const { items, nextCursor } = pageOf(rows, query.limit, (row) => cursorOf(row.name, row.personId));
    return {
      items: items.map(({ startedAt, finishedAt, ...row }) => ({
        ...row,
        startedAt: startedAt?.toISOString() ?? null,
        finishedAt: finishedAt?.toISOString() ?? null,
      })),
      nextCursor,
      total: after ? null : total,
    };
  }
}
