import { exams } from '@dangxiao/contracts';
import { z } from 'zod';
import { cursorOf, pageOf, readCursor } from '../../database/cursor.ts';
import { Pg } from '../../database/pg.ts';
import { scopeSql } from '../../http/actor.ts';
import type { CallOf, Handler } from '../../http/call.ts';
import { Handles } from '../../http/handles.ts';
import { concernedExam, sittingTables } from './concerned-exam.ts';
import { summaryColumns, toSummary, type SummaryRow } from './sitting.queries.ts';

const place = z.tuple([z.iso.datetime(), z.uuid()]);

type Row = SummaryRow & { personId: string; personName: string; organizationName: string };

/** Sittings of an exam by people of the actor's subtrees, latest first. */
@Handles(exams.listSittings)
export class ListSittings implements Handler<typeof exams.listSittings> {
  constructor(private readonly pg: Pg) {}

  async run({ actor, params: { examId }, query }: CallOf<typeof exams.listSittings>) {
    await concernedExam(this.pg, actor, examId);
    const params: unknown[] = [examId];
    const where = ['s.exam_id = $1', scopeSql(actor, 'records.read', 'o.path', params)];
    const count = `select count(*)::int as total from ${sittingTables} where ${where.join(' and ')}`;
    const counted = await this.pg.one<{ total: number }>(count, params);
    const after = readCursor(query.cursor, place);
    if (after) {
      const [at, id] = [params.push(after[0]), params.push(after[1])];
      where.push(`(s.started_at, s.id) < ($${at}, $${id})`);
    }
    const rows = await this.pg.query<Row>(
      `select ${summaryColumns}, p.id as "personId", p.name as "personName", o.name as "organizationName"
       from ${sittingTables} where ${where.join(' and ')}
       order by s.started_at desc, s.id desc limit $${params.push(query.limit + 1)}`,
      params,
    );
    const { items, nextCursor } = pageOf(rows, query.limit, (last) => cursorOf(last.startedAt, last.id));
    return { items: items.map(toSummary), nextCursor, total: counted?.total ?? 0 };
  }
}
