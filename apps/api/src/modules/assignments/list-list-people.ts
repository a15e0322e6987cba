import { assignments, type ResponseOf } from '@dangxiao/contracts';
import { z } from 'zod';
import { cursorOf, pageOf, readCursor } from '../../database/cursor.ts';
import { Pg } from '../../database/pg.ts';
import { ApiError } from '../../http/api-error.ts';
import type { CallOf, Handler } from '../../http/call.ts';
import { Handles } from '../../http/handles.ts';
import { BY_NAME, like } from '../people/index.ts';

const place = z.tuple([z.string(), z.uuid()]);
type Row = ResponseOf<typeof assignments.listListPeople>['items'][number] & { total: number };

/** Who stands in an uploaded list, as far as the actor sees them. */
@Handles(assignments.listListPeople)
export class ListListPeople implements Handler<typeof assignments.listListPeople> {
  constructor(private readonly pg: Pg) {}

  async run({ scope, params: { listId }, query }: CallOf<typeof assignments.listListPeople>) {
    const after = readCursor(query.cursor, place);
    const owner: unknown[] = [listId];
    const list = await this.pg.one(
      `select x.id from audience_list x join organization o on o.id = x.organization_id
       where x.id = $1 and ${scope.sql('o.path', owner)}`,
      owner,
    );
    if (!list) throw new ApiError('audience_not_found');
    const params: unknown[] = [listId, query.limit + 1, after?.[0] ?? null, after?.[1] ?? null];
    const wanted = [scope.sql('o.path', params)];
    if (query.q) {
      const q = params.push(like(query.q));
      wanted.push(`(p.name ilike '%' || $${q} || '%' or p.initials like lower($${q}) || '%')`);
    }
    const rows = await this.pg.query<Row>(
      `select * from (
         select p.id as "personId", p.name, o.name as "organizationName", count(*) over ()::int as total
         from audience_list_person l join person p on p.id = l.person_id
         join organization o on o.id = p.current_organization_id where l.list_id = $1 and ${wanted.join(' and ')}) p
       where $3::text is null or (name ${BY_NAME}, "personId") > ($3::text ${BY_NAME}, $4::uuid)
       order by name ${BY_NAME}, "personId" limit $2`,
      params,
    );
    const { items, nextCursor } = pageOf(rows, query.limit, (row) => cursorOf(row.name, row.personId));
    return { items, nextCursor, total: after ? null : (rows[0]?.total ?? 0) };
  }
}
