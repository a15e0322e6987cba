import { questions } from '@dangxiao/contracts';
import { z } from 'zod';
import { cursorOf, pageOf, readCursor } from '../../database/cursor.ts';
import { Pg } from '../../database/pg.ts';
import { ApiError } from '../../http/api-error.ts';
import type { CallOf, Handler, ScopeOf } from '../../http/call.ts';
import { Handles } from '../../http/handles.ts';
import { questionColumns, questionTables, toView, type QuestionRow } from './questions.queries.ts';

const place = z.tuple([z.iso.datetime(), z.uuid()]);

/** The bank of a subtree, latest change first. */
@Handles(questions.listQuestions)
export class ListQuestions implements Handler<typeof questions.listQuestions> {
  constructor(private readonly pg: Pg) {}

  async run({ scope, query }: CallOf<typeof questions.listQuestions>) {
    const params: unknown[] = [];
    const where = ['q.archived_at is null', scope.sql('o.path', params)];
    const add = (condition: (n: string) => string, value: unknown) => {
      params.push(value);
      where.push(condition(`$${params.length}`));
    };
    if (query.organizationId) {
      await this.assertReachable(scope, query.organizationId);
      add((n) => `o.path <@ (select path from organization where id = ${n})`, query.organizationId);
    }
    if (query.kind) add((n) => `v.kind = ${n}`, query.kind);
    if (query.q) add((n) => `v.text ilike '%' || ${n} || '%'`, query.q.replace(/[\\%_]/g, '\\$&'));
    const count = `select count(*)::int as total from ${questionTables} where ${where.join(' and ')}`;
    const counted = await this.pg.one<{ total: number }>(count, params);
    const after = readCursor(query.cursor, place);
    if (after) {
      params.push(...after);
      where.push(`(q.updated_at, q.id) < ($${params.length - 1}, $${params.length})`);
    }
    params.push(query.limit + 1);
    const rows = await this.pg.query<QuestionRow>(
      `select ${questionColumns} from ${questionTables} where ${where.join(' and ')}
       order by q.updated_at desc, q.id desc limit $${params.length}`,
      params,
    );
    const { items, nextCursor } = pageOf(rows, query.limit, (last) => cursorOf(last.updatedAt, last.id));
    return { items: items.map(toView), nextCursor, total: counted?.total ?? 0 };
  }

  private async assertReachable(scope: ScopeOf<typeof questions.listQuestions>, organizationId: string): Promise<void> {
    const params: unknown[] = [organizationId];
    const inside = scope.sql('o.path', params);
    if (!(await this.pg.one(`select 1 from organization o where o.id = $1 and ${inside}`, params)))
      throw new ApiError('organization_not_found');
  }
}
