import { media } from '@dangxiao/contracts';
import { z } from 'zod';
import { cursorOf, pageOf, readCursor } from '../../database/cursor.ts';
import { Pg } from '../../database/pg.ts';
import type { CallOf, Handler } from '../../http/call.ts';
import { Handles } from '../../http/handles.ts';
import { organizationInScope } from '../people/index.ts';
import { mediaColumns, viewOf, type MediaRow } from './media.queries.ts';

const place = z.tuple([z.iso.datetime(), z.uuid()]);

/** Lectures of the actor's subtrees, newest first; `organizationId` narrows to one subtree. */
@Handles(media.listMedia)
export class ListMedia implements Handler<typeof media.listMedia> {
  constructor(private readonly pg: Pg) {}

  async run({ scope, query }: CallOf<typeof media.listMedia>) {
    const after = readCursor(query.cursor, place);
    const params: unknown[] = [query.limit + 1, after?.[0] ?? null, after?.[1] ?? null];
    const wanted = [scope.sql('o.path', params)];
    if (query.organizationId) {
      const { path } = await organizationInScope(this.pg, scope, query.organizationId);
      wanted.push(`o.path <@ $${params.push(path)}::ltree`);
    }
    if (query.state) wanted.push(`m.state = $${params.push(query.state)}`);
    if (query.q) wanted.push(`strpos(lower(m.title), lower($${params.push(query.q)})) > 0`);
    const rows = await this.pg.query<MediaRow & { total: number }>(
      `select ${mediaColumns(scope, params)}, m.total
       from (
         select * from (
           select m.*, count(*) over ()::int as total from media m join organization o on o.id = m.organization_id
           where ${wanted.join(' and ')}) every
         where $2::timestamptz is null or (created_at, id) < ($2, $3::uuid)
         order by created_at desc, id desc limit $1) m
       join organization owner on owner.id = m.organization_id
       order by m.created_at desc, m.id desc`,
      params,
    );
    const { items, nextCursor } = pageOf(rows, query.limit, (row) => cursorOf(row.createdAt, row.id));
    const total = after ? null : (rows[0]?.total ?? 0);
    return { items: items.map(({ total: _total, ...row }) => viewOf(row)), nextCursor, total };
  }
}
