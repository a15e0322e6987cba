import { catalog } from '@dangxiao/contracts';
import { z } from 'zod';
import { Clock } from '../../config/clock.ts';
import { cursorOf, pageOf, readCursor } from '../../database/cursor.ts';
import { Pg } from '../../database/pg.ts';
import type { CallOf, Handler } from '../../http/call.ts';
import { Handles } from '../../http/handles.ts';
import { Policies } from '../credits/index.ts';
import { progressJoins } from '../../database/fragments/course-progress.ts';
import { cardColumns, cardOf, type CardRow } from './cards.ts';
import { patternsOf } from './search-text.ts';
import { visibleCourses } from '../../database/fragments/visible-courses.ts';

type Row = CardRow & { at: Date; total: number };
const place = z.tuple([z.iso.datetime(), z.uuid()]);

const sql = `
  select * from (
    select *, count(*) over ()::int as total from (
      select ${cardColumns('$1')}, v.published_at as at
      from ${visibleCourses('$1')} v
      join course_version cv on cv.id = v.version_id
      ${progressJoins('$1')}
      where cv.search_text like all($2::text[]) and ($4::boolean is null or (e.exams > 0) = $4)) found
    where $3::text is null
      or $3 = case when completed then 'completed' when begun then 'in_progress' else 'not_started' end) every
  where $5::timestamptz is null or (at, id) < ($5, $6::uuid)
  order by at desc, id desc limit $7`;

/** Published courses visible to the person, latest publication first. Every word of a search must occur. */
@Handles(catalog.findCourses)
export class FindCourses implements Handler<typeof catalog.findCourses> {
  constructor(
    private readonly pg: Pg,
    private readonly policies: Policies,
    private readonly clock: Clock,
  ) {}

  async run({ actor, query }: CallOf<typeof catalog.findCourses>) {
    const after = readCursor(query.cursor, place);
    const filters = [patternsOf(query.q), query.state ?? null, query.hasExam ?? null];
    const params = [actor.personId, ...filters, after?.[0] ?? null, after?.[1] ?? null, query.limit + 1];
    const rows = await this.pg.prepared<Row>(sql, params);
    const policy = await this.policies.at(this.pg, this.clock.now());
    const { items, nextCursor } = pageOf(rows, query.limit, (row) => cursorOf(row.at, row.id));
    return {
      items: items.map((row) => cardOf(row, policy)),
      nextCursor,
      total: after ? null : (rows[0]?.total ?? 0),
    };
  }
}
