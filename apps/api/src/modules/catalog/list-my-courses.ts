import { catalog } from '@dangxiao/contracts';
import { z } from 'zod';
import { Clock } from '../../config/clock.ts';
import { Batcher } from '../../database/batcher.ts';
import { cursorOf, pageOf, readCursor } from '../../database/cursor.ts';
import { byPlace, forMany, readsTogether, type Placed } from '../../database/for-many.ts';
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

/** SQL of each value that the statement takes. */
interface Asked {
  person: string;
  now: string;
  /** The last row of the page before, null for the first page. */
  at: string;
  id: string;
  most: string;
}

/** The page of cards and, on its first unfinished row, the outline that the next step is read from. */
const pageSql = ({ person, now, at, id, most }: Asked) => `
  select mine.*, case when row_number() over (partition by mine.completed order by mine.at desc, mine.id desc) = 1
      and not mine.completed then ${outlineJson(person, 'mine.version_id', now)} end as outline
  from (
    select ${cardColumns(person)}, v.version_id, began.at
    from (select course_id, max(updated_at) as at from lesson_progress where person_id = ${person} group by course_id) began
    join ${visibleCourses(person)} v on v.id = began.course_id
    join course_version cv on cv.id = v.version_id
    ${progressJoins(person)}
    where ${at}::timestamptz is null or (began.at, v.id) < (${at}, ${id}::uuid)
    order by began.at desc, v.id desc limit ${most}) mine
  order by mine.at desc, mine.id desc`;

/** One person's page. */
export const myCoursesSql = pageSql({ person: '$1', now: '$2', at: '$3', id: '$4', most: '$5' });

/** The pages of several people at once, each row with the `place` of who asked. */
export const manyCoursesSql = forMany(
  { person: '$1::uuid[]', at: '$3::timestamptz[]', id: '$4::uuid[]', most: '$5::int[]' },
  pageSql({ person: 'asked.person', now: '$2', at: 'asked.at', id: 'asked.id', most: 'asked.most' }),
);

interface Page {
  personId: string;
  at: string | null;
  id: string | null;
  most: number;
}

/** Visible courses that the person began, latest first, and what to do next in the first unfinished one. A hot path. */
@Handles(catalog.listMyCourses)
export class ListMyCourses implements Handler<typeof catalog.listMyCourses> {
  private readonly batcher = new Batcher<Page, Row[]>((pages) => this.read(pages), readsTogether);

  constructor(
    private readonly pg: Pg,
    private readonly policies: Policies,
    private readonly clock: Clock,
  ) {}

  async run({ actor, query }: CallOf<typeof catalog.listMyCourses>) {
    const after = readCursor(query.cursor, place);
    const page = { personId: actor.personId, at: after?.[0] ?? null, id: after?.[1] ?? null };
    const rows = await this.batcher.add(actor.personId, { ...page, most: query.limit + 1 });
    const policy = await this.policies.at(this.pg, this.clock.now());
    const { items, nextCursor } = pageOf(rows, query.limit, (row) => cursorOf(row.at, row.id));
    const open = rows.find((row) => row.outline !== null);
    const next = open?.outline ? nextStepOf(open, open.outline) : null;
    return { items: items.map((row) => cardOf(row, policy)), nextCursor, next };
  }

  private async read(pages: readonly Page[]): Promise<Row[][]> {
    const now = this.clock.now();
    const [only] = pages;
    if (only && pages.length === 1)
      return [await this.pg.prepared<Row>(myCoursesSql, [only.personId, now, only.at, only.id, only.most])];
    const column = <Key extends keyof Page>(key: Key) => pages.map((page) => page[key]);
    const params = [column('personId'), now, column('at'), column('id'), column('most')];
    return byPlace(await this.pg.prepared<Row & Placed>(manyCoursesSql, params), pages.length);
  }
}
