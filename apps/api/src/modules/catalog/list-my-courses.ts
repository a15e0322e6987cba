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
import { outlineJson, type UnitFacts } from './outline.sql.ts';
import { nextStepOf } from './outline.ts';
import { visibleCourses } from '../../database/fragments/visible-courses.ts';

type Row = CardRow & { at: Date; outline: UnitFacts[] | null };
const place = z.tuple([z.iso.datetime(), z.uuid()]);

/** One statement: the page of cards and, on its first unfinished row, the outline that the next step is read from. */
export const myCoursesSql = `
  select mine.*, case when row_number() over (partition by mine.completed order by mine.at desc, mine.id desc) = 1
      and not mine.completed then ${outlineJson('$1', 'mine.version_id', '$2')} end as outline
  from (
    select ${cardColumns('$1')}, v.version_id, began.at
    from (select course_id, max(updated_at) as at from lesson_progress where person_id = $1 group by course_id) began
    join ${visibleCourses('$1')} v on v.id = began.course_id
    join course_version cv on cv.id = v.version_id
    ${progressJoins('$1')}
    where $3::timestamptz is null or (began.at, v.id) < ($3, $4::uuid)
    order by began.at desc, v.id desc limit $5) mine
  order by mine.at desc, mine.id desc`;

/** Visible courses that the person began, latest first, and what to do next in the first unfinished one. A hot path. */
@Handles(catalog.listMyCourses)
export class ListMyCourses implements Handler<typeof catalog.listMyCourses> {
  constructor(
    private readonly pg: Pg,
    private readonly policies: Policies,
    private readonly clock: Clock,
  ) {}

  async run({ actor, query }: CallOf<typeof catalog.listMyCourses>) {
    const now = this.clock.now();
    const after = readCursor(query.cursor, place);
    const params = [actor.personId, now, after?.[0] ?? null, after?.[1] ?? null, query.limit + 1];
    const rows = await this.pg.prepared<Row>(myCoursesSql, params);
    const policy = await this.policies.at(this.pg, now);
    const { items, nextCursor } = pageOf(rows, query.limit, (row) => cursorOf(row.at, row.id));
    const open = rows.find((row) => row.outline !== null);
    const next = open?.outline ? nextStepOf(open, open.outline) : null;
    return { items: items.map((row) => cardOf(row, policy)), nextCursor, next };
  }
}
