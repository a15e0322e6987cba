import { exams } from '@dangxiao/contracts';
import { z } from 'zod';
import { cursorOf, pageOf, readCursor } from '../../database/cursor.ts';
import { Pg } from '../../database/pg.ts';
import type { CallOf, Handler } from '../../http/call.ts';
import { Handles } from '../../http/handles.ts';
import { concernedExam, attemptTables } from './concerned-exam.ts';
import { summaryColumns, toSummary, type SummaryRow } from './attempt.queries.ts';

const place = z.tuple([z.iso.datetime(), z.uuid()]);

type Row = SummaryRow & {
  personId: string;
  personName: string;
  organizationName: string;
  deadline: Date;
  extraMinutes: number;
};

/** What an attempt has beyond the time of the exam's version that it sits. */
const extraMinutes = `round(extract(epoch from s.deadline - s.started_at) / 60)::int
  - (select v.minutes from exam_version v where v.id = s.exam_version_id)`;

/** Attempts of an exam by people of the actor's subtrees, latest first. */
@Handles(exams.listAttempts)
export class ListAttempts implements Handler<typeof exams.listAttempts> {
  constructor(private readonly pg: Pg) {}

  async run({ scope, params: { examId }, query }: CallOf<typeof exams.listAttempts>) {
    await concernedExam(this.pg, scope, examId);
    const params: unknown[] = [examId];
    const where = ['s.exam_id = $1', scope.sql('o.path', params)];
    if (query.state) where.push(`s.state = $${params.push(query.state)}`);
    const count = `select count(*)::int as total from ${attemptTables} where ${where.join(' and ')}`;
    const counted = await this.pg.one<{ total: number }>(count, params);
    const after = readCursor(query.cursor, place);
    if (after) {
      const [at, id] = [params.push(after[0]), params.push(after[1])];
      where.push(`(s.started_at, s.id) < ($${at}, $${id})`);
    }
    const rows = await this.pg.query<Row>(
      `select ${summaryColumns}, p.id as "personId", p.name as "personName", o.name as "organizationName",
         s.deadline, ${extraMinutes} as "extraMinutes"
       from ${attemptTables} where ${where.join(' and ')}
       order by s.started_at desc, s.id desc limit $${params.push(query.limit + 1)}`,
      params,
    );
    const { items, nextCursor } = pageOf(rows, query.limit, (last) => cursorOf(last.startedAt, last.id));
    const views = items.map((item) => ({ ...toSummary(item), deadline: item.deadline.toISOString() }));
    return { items: views, nextCursor, total: counted?.total ?? 0 };
  }
}
