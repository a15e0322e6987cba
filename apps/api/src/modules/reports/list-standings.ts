import { reports } from '@dangxiao/contracts';
import { z } from 'zod';
import { cursorOf, pageOf, readCursor } from '../../database/cursor.ts';
import { Pg } from '../../database/pg.ts';
import type { CallOf, Handler } from '../../http/call.ts';
import { Handles } from '../../http/handles.ts';
import { Dashboards } from './dashboards.ts';
import { countStandings, listStandings } from './people.queries.ts';

const places = {
  missing: z.tuple([z.string().regex(/^\d{1,6}\.\d{2}$/), z.uuid()]),
  name: z.tuple([z.string(), z.uuid()]),
};

/** People of the subtree as of a day, whoever is furthest behind first. */
@Handles(reports.listStandings)
export class ListStandings implements Handler<typeof reports.listStandings> {
  constructor(
    private readonly dashboards: Dashboards,
    private readonly pg: Pg,
  ) {}

  async run({ scope, params, query }: CallOf<typeof reports.listStandings>) {
    const after = readCursor(query.cursor, places[query.sort]);
    const { sight } = await this.dashboards.open(scope, params.organizationId, query.asOf);
    const filter = { state: query.state, sort: query.sort, q: query.q || undefined };
    const rows = await listStandings(this.pg, sight, filter, { after, limit: query.limit });
    const total = after ? null : await countStandings(this.pg, sight, filter);
    const placeOf = (row: (typeof rows)[number]) => (query.sort === 'name' ? row.name : row.missing);
    return { ...pageOf(rows, query.limit, (row) => cursorOf(placeOf(row), row.personId)), total };
  }
}
