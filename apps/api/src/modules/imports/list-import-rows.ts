import { people } from '@dangxiao/contracts';
import { z } from 'zod';
import { Secrets } from '../../config/secrets.ts';
import { cursorOf, pageOf, readCursor } from '../../database/cursor.ts';
import { Pg } from '../../database/pg.ts';
import type { CallOf, Handler } from '../../http/call.ts';
import { Handles } from '../../http/handles.ts';
import { batchInScope, rowColumns, rowView, type StoredRow } from './imports.queries.ts';

const place = z.tuple([z.number().int()]);

/** Lines of a batch in the order of the file. */
@Handles(people.listImportRows)
export class ListImportRows implements Handler<typeof people.listImportRows> {
  constructor(
    private readonly pg: Pg,
    private readonly secrets: Secrets,
  ) {}

  async run({ actor, params: { importId }, query }: CallOf<typeof people.listImportRows>) {
    await batchInScope(this.pg, actor, importId);
    const params: unknown[] = [importId];
    const where = ['r.batch_id = $1'];
    if (query.wrong) where.push(`(r.cell_problems <> '[]' or r.problems <> '[]') and not r.skipped`);
    if (query.skipped) where.push('r.skipped');
    if (query.action) where.push(`r.action = $${params.push(query.action)} and not r.skipped`);
    if (query.problem) {
      const at = params.push(JSON.stringify([{ code: query.problem }]));
      where.push(`(r.cell_problems @> $${at}::jsonb or r.problems @> $${at}::jsonb) and not r.skipped`);
    }
    const after = readCursor(query.cursor, place);
    const total = after
      ? null
      : ((
          await this.pg.one<{ n: number }>(
            `select count(*)::int as n from import_row r where ${where.join(' and ')}`,
            params,
          )
        )?.n ?? 0);
    if (after) where.push(`r.row > $${params.push(after[0])}`);
    const limit = params.push(query.limit + 1);
    const rows = await this.pg.query<StoredRow>(
      `select ${rowColumns} from import_row r where ${where.join(' and ')} order by r.row limit $${limit}`,
      params,
    );
    const { items, nextCursor } = pageOf(rows, query.limit, ({ row }) => cursorOf(row));
    return { items: items.map((row) => rowView(this.secrets, row)), nextCursor, total };
  }
}
