import { people } from '@dangxiao/contracts';
import { dayIn } from '@dangxiao/domain';
import { z } from 'zod';
import { Clock } from '../../config/clock.ts';
import { Config } from '../../config/config.ts';
import { cursorOf, pageOf, readCursor } from '../../database/cursor.ts';
import { Pg } from '../../database/pg.ts';
import type { CallOf, Handler } from '../../http/call.ts';
import { Handles } from '../../http/handles.ts';
import { asOfQuery } from './as-of.ts';
import { childrenAsOf, organizationAsOf } from './as-of.queries.ts';
import { listChildren } from './organizations.queries.ts';
import { organizationInScope } from './scope.ts';

const place = z.tuple([z.number().int(), z.string(), z.uuid()]);

/** One level of the tree at a time, so that a tree of thousands opens as fast as one of ten. */
@Handles(people.listOrganizations)
export class ListOrganizations implements Handler<typeof people.listOrganizations> {
  constructor(
    private readonly pg: Pg,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  async run({ scope, query }: CallOf<typeof people.listOrganizations>) {
    const asOf = asOfQuery(query, this.clock, dayIn(this.config.zone, this.clock.now()));
    if (query.parentId && asOf) await organizationAsOf(this.pg, scope, asOf, query.parentId);
    else if (query.parentId) await organizationInScope(this.pg, scope, query.parentId);
    const at = readCursor(query.cursor, place);
    const after = at && { order: at[0], name: at[1], id: at[2] };
    const which = { parentId: query.parentId, after, limit: query.limit };
    const rows = asOf ? await childrenAsOf(this.pg, scope, asOf, which) : await listChildren(this.pg, scope, which);
    return { ...pageOf(rows, query.limit, (last) => cursorOf(last.order, last.name, last.id)), total: null };
  }
}
