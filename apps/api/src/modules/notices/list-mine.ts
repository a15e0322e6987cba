import { notices } from '@dangxiao/contracts';
import type { NoticeCode } from '@dangxiao/domain';
import { z } from 'zod';
import { cursorOf, pageOf, readCursor } from '../../database/cursor.ts';
import { Pg } from '../../database/pg.ts';
import type { CallOf, Handler } from '../../http/call.ts';
import { Handles } from '../../http/handles.ts';
import { readerIds, unreadSql } from './inbox.queries.ts';

interface Row {
  id: string;
  code: NoticeCode;
  params: Record<string, string | number | boolean | null | string[]>;
  createdAt: Date;
  readAt: Date | null;
}

const list = (unread: boolean) => `
  select id, code, params, created_at as "createdAt", read_at as "readAt" from notice
  where recipient_id = any($1::uuid[]) and ($2::uuid is null or id < $2) ${unread ? 'and read_at is null' : ''}
  order by id desc limit $3`;

/** The inbox, latest first; ids are made in the order of time. */
@Handles(notices.listMine)
export class ListMine implements Handler<typeof notices.listMine> {
  constructor(private readonly pg: Pg) {}

  async run({ actor, query }: CallOf<typeof notices.listMine>) {
    const readers = readerIds(actor);
    const after = readCursor(query.cursor, z.tuple([z.uuid()]));
    const rows = await this.pg.query<Row>(list(query.unread ?? false), [readers, after?.[0] ?? null, query.limit + 1]);
    const count = await this.pg.one<{ unread: number }>(unreadSql, [readers]);
    const { items, nextCursor } = pageOf(rows, query.limit, (row) => cursorOf(row.id));
    const view = ({ createdAt, readAt, ...row }: Row) => ({
      ...row,
      createdAt: createdAt.toISOString(),
      readAt: readAt?.toISOString() ?? null,
    });
    return { items: items.map(view), nextCursor, unread: count?.unread ?? 0 };
  }
}
