import { exams } from '@dangxiao/contracts';
import { z } from 'zod';
import { cursorOf, pageOf, readCursor } from '../../database/cursor.ts';
import { Pg } from '../../database/pg.ts';
import { scopePaths, scopeSql, type Actor } from '../../http/actor.ts';
import { ApiError } from '../../http/api-error.ts';
import type { CallOf, Handler } from '../../http/call.ts';
import { Handles } from '../../http/handles.ts';
import { summaryColumns, toSummary, type SummaryRow } from './sitting.queries.ts';

const place = z.tuple([z.iso.datetime(), z.uuid()]);

type Row = SummaryRow & { personId: string; personName: string; organizationName: string };

const tables = `sitting s join person p on p.id = s.person_id join organization o on o.id = p.current_organization_id`;

/** Sittings of an exam by people of the actor's subtrees, latest first. */
@Handles(exams.listSittings)
export class ListSittings implements Handler<typeof exams.listSittings> {
  constructor(private readonly pg: Pg) {}

  async run({ actor, params: { examId }, query }: CallOf<typeof exams.listSittings>) {
    await this.assertConcerned(actor, examId);
    const params: unknown[] = [examId];
    const where = ['s.exam_id = $1', scopeSql(actor, 'records.read', 'o.path', params)];
    const count = `select count(*)::int as total from ${tables} where ${where.join(' and ')}`;
    const counted = await this.pg.one<{ total: number }>(count, params);
    const after = readCursor(query.cursor, place);
    if (after) {
      const [at, id] = [params.push(after[0]), params.push(after[1])];
      where.push(`(s.started_at, s.id) < ($${at}, $${id})`);
    }
    const rows = await this.pg.query<Row>(
      `select ${summaryColumns}, p.id as "personId", p.name as "personName", o.name as "organizationName"
       from ${tables} where ${where.join(' and ')}
       order by s.started_at desc, s.id desc limit $${params.push(query.limit + 1)}`,
      params,
    );
    const { items, nextCursor } = pageOf(rows, query.limit, (last) => cursorOf(last.startedAt, last.id));
    return { items: items.map(toSummary), nextCursor, total: counted?.total ?? 0 };
  }

  /** The exam's course belongs to the actor's subtrees, or people of these may have sat it. */
  private async assertConcerned(actor: Actor, examId: string): Promise<void> {
    const concerned = await this.pg.one(
      `select 1 from unit_exam e join unit u on u.id = e.unit_id join course c on c.id = u.course_id
       join organization o on o.id = c.organization_id
       where e.id = $1 and exists (select from exam_version v where v.exam_id = e.id)
         and (c.visibility = 'school' or o.path <@ any($2::ltree[]) or o.path @> any($2::ltree[]))`,
      [examId, scopePaths(actor, 'records.read')],
    );
    if (!concerned) throw new ApiError('exam_not_found');
  }
}
