import { notices } from '@dangxiao/contracts';
import { Clock } from '../../config/clock.ts';
import { Pg } from '../../database/pg.ts';
import type { CallOf, Handler } from '../../http/call.ts';
import { Handles } from '../../http/handles.ts';
import { readerIds } from './inbox.queries.ts';

/** Everything that the reader has seen in the list, and nothing that came after. */
@Handles(notices.markAllRead)
export class MarkAllRead implements Handler<typeof notices.markAllRead> {
  constructor(
    private readonly pg: Pg,
    private readonly clock: Clock,
  ) {}

  async run({ actor, body }: CallOf<typeof notices.markAllRead>) {
    const marked = await this.pg.execute(
      'update notice set read_at = $3 where recipient_id = any($1::uuid[]) and id <= $2 and read_at is null',
      [readerIds(actor), body.upTo, this.clock.now()],
    );
    return { marked };
  }
}
