import { reports } from '@dangxiao/contracts';
import { z } from 'zod';
import { cursorOf, pageOf, readCursor } from '../../database/cursor.ts';
import { Pg } from '../../database/pg.ts';
import { ApiError } from '../../http/api-error.ts';
import type { CallOf, Handler } from '../../http/call.ts';
import { Handles } from '../../http/handles.ts';
import { settingsOf } from '../people/index.ts';
import { Dashboards } from './dashboards.ts';
import { rankBranches } from './ranking.queries.ts';

const place = z.tuple([z.number().int().min(0)]);

/** Branches of the subtree by attainment, where the organization's settings allow it: off unless somebody turned it on. */
@Handles(reports.listRanking)
export class ListRanking implements Handler<typeof reports.listRanking> {
  constructor(
    private readonly dashboards: Dashboards,
    private readonly pg: Pg,
  ) {}

  async run({ scope, params, query }: CallOf<typeof reports.listRanking>) {
    const [skip] = readCursor(query.cursor, place) ?? [0];
    const { sight } = await this.dashboards.open(scope, params.organizationId, query.asOf);
    if (!(await settingsOf(this.pg, sight.id)).ranking) throw new ApiError('ranking_off');
    const rows = await rankBranches(this.pg, sight, skip, query.limit);
    return { ...pageOf(rows, query.limit, () => cursorOf(skip + query.limit)), total: rows[0]?.total ?? 0 };
  }
}
