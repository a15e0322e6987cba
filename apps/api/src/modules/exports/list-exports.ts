import { exports } from '@dangxiao/contracts';
import { z } from 'zod';
import { Config } from '../../config/config.ts';
import { cursorOf, pageOf, readCursor } from '../../database/cursor.ts';
import { Pg } from '../../database/pg.ts';
import type { CallOf, Handler } from '../../http/call.ts';
import { Handles } from '../../http/handles.ts';
import { exportColumns, exportRowView, type ExportRow } from './exports.queries.ts';

const place = z.tuple([z.iso.datetime(), z.uuid()]);

/** One's own exports, latest first. */
@Handles(exports.listExports)
export class ListExports implements Handler<typeof exports.listExports> {
  constructor(
    private readonly pg: Pg,
    private readonly config: Config,
  ) {}

  async run({ actor, query: { limit, cursor } }: CallOf<typeof exports.listExports>) {
    const after = readCursor(cursor, place);
    const rows = await this.pg.query<ExportRow>(
      `select ${exportColumns} from export x
       where x.account_id = $1 and ($2::timestamptz is null or (x.created_at, x.id) < ($2, $3::uuid))
       order by x.created_at desc, x.id desc limit $4`,
      [actor.accountId, after?.[0] ?? null, after?.[1] ?? null, limit + 1],
    );
    const { items, nextCursor } = pageOf(rows, limit, (last) => cursorOf(last.createdAt, last.id));
    return { items: items.map(exportRowView), nextCursor, total: null, keepDays: this.config.exportKeepDays };
  }
}
