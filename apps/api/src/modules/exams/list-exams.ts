import { exams } from '@dangxiao/contracts';
import { z } from 'zod';
import { cursorOf, pageOf, readCursor } from '../../database/cursor.ts';
import { Pg } from '../../database/pg.ts';
import { ApiError } from '../../http/api-error.ts';
import type { CallOf, Handler } from '../../http/call.ts';
import { Handles } from '../../http/handles.ts';

const place = z.tuple([z.iso.datetime(), z.uuid()]);

interface Row {
  id: string;
  title: string;
  courseId: string;
  courseTitle: string;
  unitId: string;
  unitTitle: string;
  draw: number;
  minutes: number;
  passPercent: number;
  attempts: number;
  passed: number;
  open: number;
  publishedAt: Date;
}

const columns = `
  e.exam_id as id, e.title, c.id as "courseId", v.title as "courseTitle", e.unit_id as "unitId", e.draw, e.minutes,
  e.pass_percent as "passPercent", v.published_at as "publishedAt",
  coalesce((select max(l.unit_title) from lesson_version l where l.course_version_id = v.id and l.unit_id = e.unit_id), '') as "unitTitle",
  n.attempts, n.passed, n.open`;

const tables = `
  course c
  join organization o on o.id = c.organization_id
  join course_version v on v.id = c.published_version_id
  join exam_version e on e.course_version_id = v.id`;

const counts = `cross join lateral (
  select count(*)::int as attempts, count(*) filter (where s.passed)::int as passed, count(*) filter (where s.state = 'open')::int as open
  from attempt s where s.exam_id = e.exam_id) n`;

/** Exams in force of the courses of a subtree, latest publication first. */
@Handles(exams.listExams)
export class ListExams implements Handler<typeof exams.listExams> {
  constructor(private readonly pg: Pg) {}

  async run({ scope, query }: CallOf<typeof exams.listExams>) {
    const params: unknown[] = [];
    const where = ['c.archived_at is null', scope.sql('o.path', params)];
    if (query.organizationId) {
      const own: unknown[] = [query.organizationId];
      const inside = scope.sql('o.path', own);
      const reachable = await this.pg.one(`select 1 from organization o where o.id = $1 and ${inside}`, own);
      if (!reachable) throw new ApiError('organization_not_found');
      where.push(`o.path <@ (select path from organization where id = $${params.push(query.organizationId)})`);
    }
    const count = `select count(*)::int as total from ${tables} where ${where.join(' and ')}`;
    const counted = await this.pg.one<{ total: number }>(count, params);
    const after = readCursor(query.cursor, place);
    if (after) {
      const [at, id] = [params.push(after[0]), params.push(after[1])];
      where.push(`(v.published_at, e.exam_id) < ($${at}, $${id})`);
    }
    const rows = await this.pg.query<Row>(
      `select ${columns} from ${tables} ${counts} where ${where.join(' and ')}
       order by v.published_at desc, e.exam_id desc limit $${params.push(query.limit + 1)}`,
      params,
    );
    const page = pageOf(rows, query.limit, (last) => cursorOf(last.publishedAt, last.id));
    return { ...page, total: counted?.total ?? 0 };
  }
}
