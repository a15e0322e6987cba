import { catalog, type ResponseOf } from '@dangxiao/contracts';
import { z } from 'zod';
import { cursorOf, pageOf, readCursor } from '../../database/cursor.ts';
import { Pg } from '../../database/pg.ts';
import type { CallOf, Handler } from '../../http/call.ts';
import { Handles } from '../../http/handles.ts';
import { organizationInScope } from '../people/index.ts';
import { courseState } from './drafts.queries.ts';
import { patternsOf } from './search-text.ts';
import { draftDuration } from './snapshots.ts';

type Row = Omit<ResponseOf<typeof catalog.listCourses>['items'][number], 'updatedAt'> & {
  updatedAt: Date;
  total: number;
};
const place = z.tuple([z.iso.datetime(), z.uuid()]);

/** Courses owned by organizations of the actor's subtrees; `organizationId` narrows to one subtree. Newest change first. */
@Handles(catalog.listCourses)
export class ListCourses implements Handler<typeof catalog.listCourses> {
  constructor(private readonly pg: Pg) {}

  async run({ scope, query }: CallOf<typeof catalog.listCourses>) {
    const after = readCursor(query.cursor, place);
    const params: unknown[] = [query.limit + 1, after?.[0] ?? null, after?.[1] ?? null];
    const wanted = [scope.sql('o.path', params)];
    if (query.organizationId) {
      const { path } = await organizationInScope(this.pg, scope, query.organizationId);
      wanted.push(`o.path <@ $${params.push(path)}::ltree`);
    }
    if (query.state) wanted.push(`${courseState} = $${params.push(query.state)}`);
    const patterns = params.push(patternsOf(query.q));
    wanted.push(`lower(c.title || ' ' || c.initials) like all($${patterns}::text[])`);
    const rows = await this.pg.query<Row>(
      `select c.id, c.title, c.organization_id as "organizationId", o.name as "organizationName", ${courseState} as state,
         '/api/v1/files/' || c.cover_file_id as "coverUrl", l.count as "lessonCount", l.duration as "durationMs",
         (select count(distinct p.person_id)::int from lesson_progress p where p.course_id = c.id) as "learnerCount",
         c.updated_at as "updatedAt", c.total
       from (
         select * from (
           select c.*, count(*) over ()::int as total from course c join organization o on o.id = c.organization_id
           where ${wanted.join(' and ')}) every
         where $2::timestamptz is null or (updated_at, id) < ($2, $3::uuid)
         order by updated_at desc, id desc limit $1) c
       join organization o on o.id = c.organization_id
       join lateral (select count(*)::int as count, coalesce(sum(${draftDuration}), 0)::int as duration
         from unit u join lesson l on l.unit_id = u.id and l.removed_at is null left join media m on m.id = l.media_id
         where u.course_id = c.id and u.removed_at is null) l on true
       order by c.updated_at desc, c.id desc`,
      params,
    );
    const { items, nextCursor } = pageOf(rows, query.limit, (row) => cursorOf(row.updatedAt, row.id));
    return {
      items: items.map(({ total: _total, updatedAt, ...row }) => ({ ...row, updatedAt: updatedAt.toISOString() })),
      nextCursor,
      total: after ? null : (rows[0]?.total ?? 0),
    };
  }
}
