import { people } from '@dangxiao/contracts';
import { z } from 'zod';
import { cursorOf, pageOf, readCursor } from '../../database/cursor.ts';
import { Pg } from '../../database/pg.ts';
import type { CallOf, Handler } from '../../http/call.ts';
import { scopeOf } from '../../http/scope.ts';
import { Handles } from '../../http/handles.ts';
import { organizationInScope } from './scope.ts';
import { listTransfers } from './transfers.queries.ts';

const place = z.tuple([z.iso.datetime(), z.uuid()]);

/** Both sides see a transfer; who may do what with it is said with it. */
@Handles(people.listTransfers)
export class ListTransfers implements Handler<typeof people.listTransfers> {
  constructor(private readonly pg: Pg) {}

  async run({ actor, scope, query }: CallOf<typeof people.listTransfers>) {
    const node = query.organizationId ? await organizationInScope(this.pg, scope, query.organizationId) : undefined;
    const sights = { reading: scope, writing: scopeOf(actor, 'people.write') };
    const before = readCursor(query.cursor, place);
    const rows = await listTransfers(this.pg, sights, { ...query, node, before });
    return { ...pageOf(rows, query.limit, (last) => cursorOf(last.requestedAt, last.id)), total: null };
  }
}
