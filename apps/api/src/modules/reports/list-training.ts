import { reports } from '@dangxiao/contracts';
import { z } from 'zod';
import { cursorOf, pageOf, readCursor } from '../../database/cursor.ts';
import { Pg } from '../../database/pg.ts';
import type { CallOf, Handler } from '../../http/call.ts';
import { Handles } from '../../http/handles.ts';
import { Dashboards } from './dashboards.ts';
import { listTrained, trainedView } from './trained.queries.ts';

const place = z.tuple([z.iso.datetime(), z.uuid()]);

/** Training that people of the subtree had on a day, whoever assigned it. */
@Handles(reports.listTraining)
export class ListTraining implements Handler<typeof reports.listTraining> {
  constructor(
    private readonly dashboards: Dashboards,
    private readonly pg: Pg,
  ) {}

  async run({ scope, params, query }: CallOf<typeof reports.listTraining>) {
    const after = readCursor(query.cursor, place);
    const { sight, counting } = await this.dashboards.open(scope, params.organizationId, query.asOf);
    const rows = await listTrained(this.pg, sight, { state: query.state, after, limit: query.limit });
    const { items, nextCursor } = pageOf(rows, query.limit, (row) => cursorOf(row.publishedAt, row.assignmentId));
    return { items: items.map(trainedView), nextCursor, total: after ? null : (rows[0]?.total ?? 0), counting };
  }
}
