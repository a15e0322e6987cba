import { people } from '@dangxiao/contracts';
import { z } from 'zod';
import { cursorOf, pageOf, readCursor } from '../../database/cursor.ts';
import { Pg } from '../../database/pg.ts';
import type { CallOf, Handler } from '../../http/call.ts';
import { Handles } from '../../http/handles.ts';
import { organizationInScope } from '../people/index.ts';
import { inScope, viewColumns, viewFrom, viewOf, type ViewRow } from './imports.queries.ts';

const place = z.tuple([z.iso.datetime(), z.uuid()]);

/** What was brought in, newest first. */
@Handles(people.listImports)
export class ListImports implements Handler<typeof people.listImports> {
  constructor(private readonly pg: Pg) {}

  async run({ actor, scope, query }: CallOf<typeof people.listImports>) {
    const after = readCursor(query.cursor, place);
    const params: unknown[] = [query.limit + 1];
    const where = [inScope(actor, params)];
    if (query.organizationId) {
      const { path } = await organizationInScope(this.pg, scope, query.organizationId);
      where.push(`o.path <@ $${params.push(path)}::ltree`);
    }
    if (query.kind) where.push(`b.kind = $${params.push(query.kind)}`);
    if (after) {
      const at = params.push(...after);
      where.push(`(b.created_at, b.id) < ($${at - 1}::timestamptz, $${at}::uuid)`);
    }
    const rows = await this.pg.query<ViewRow>(
      `select ${viewColumns} ${viewFrom} where ${where.join(' and ')} order by b.created_at desc, b.id desc limit $1`,
      params,
    );
    const { items, nextCursor } = pageOf(rows, query.limit, (row) => cursorOf(row.createdAt, row.id));
    return { items: items.map(viewOf), nextCursor, total: null };
  }
}
