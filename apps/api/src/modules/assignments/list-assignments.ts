import { assignments } from '@dangxiao/contracts';
import { z } from 'zod';
import { Clock } from '../../config/clock.ts';
import { cursorOf, pageOf, readCursor } from '../../database/cursor.ts';
import { Pg } from '../../database/pg.ts';
import type { CallOf, Handler } from '../../http/call.ts';
import { Handles } from '../../http/handles.ts';
import { like, organizationInScope } from '../people/index.ts';
import { rowColumns, rowView, type Row } from './assignments.queries.ts';

const place = z.tuple([z.iso.datetime(), z.uuid()]);

/** Assignments owned by organizations of the actor's subtrees; `organizationId` narrows to one subtree. Latest change first. */
@Handles(assignments.listAssignments)
export class ListAssignments implements Handler<typeof assignments.listAssignments> {
  constructor(
    private readonly pg: Pg,
    private readonly clock: Clock,
  ) {}

  async run({ scope, query }: CallOf<typeof assignments.listAssignments>) {
    const after = readCursor(query.cursor, place);
    const params: unknown[] = [this.clock.now(), query.limit + 1, after?.[0] ?? null, after?.[1] ?? null];
    const wanted = [scope.sql('o.path', params)];
    if (query.organizationId) {
      const { path } = await organizationInScope(this.pg, scope, query.organizationId);
      wanted.push(`o.path <@ $${params.push(path)}::ltree`);
    }
    if (query.state) wanted.push(`a.state = $${params.push(query.state)}`);
    if (query.q) wanted.push(`a.title ilike '%' || $${params.push(like(query.q))} || '%'`);
    const rows = await this.pg.query<Row & { updatedAt: Date; total: number }>(
      `select ${rowColumns('$1::timestamptz')}, a.updated_at as "updatedAt", a.total
       from (
         select * from (
           select a.*, count(*) over ()::int as total from assignment a join organization o on o.id = a.organization_id
           where ${wanted.join(' and ')}) every
         where $3::timestamptz is null or (updated_at, id) < ($3, $4::uuid) order by updated_at desc, id desc limit $2) a
       join organization o on o.id = a.organization_id order by a.updated_at desc, a.id desc`,
      params,
    );
    const { items, nextCursor } = pageOf(rows, query.limit, (row) => cursorOf(row.updatedAt, row.id));
    return { items: items.map(rowView), nextCursor, total: after ? null : (rows[0]?.total ?? 0) };
  }
}
