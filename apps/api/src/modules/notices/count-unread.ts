import { notices } from '@dangxiao/contracts';
import { Pg } from '../../database/pg.ts';
import type { CallOf, Handler } from '../../http/call.ts';
import { Handles } from '../../http/handles.ts';
import { readerIds, unreadSql } from './inbox.queries.ts';

/** What the bell shows. */
@Handles(notices.countUnread)
export class CountUnread implements Handler<typeof notices.countUnread> {
  constructor(private readonly pg: Pg) {}

  async run({ actor }: CallOf<typeof notices.countUnread>) {
    const [row] = await this.pg.prepared<{ unread: number }>(unreadSql, [readerIds(actor)]);
    return { unread: row?.unread ?? 0 };
  }
}
