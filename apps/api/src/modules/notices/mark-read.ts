import { notices } from '@dangxiao/contracts';
import { Clock } from '../../config/clock.ts';
import { Pg } from '../../database/pg.ts';
import { ApiError } from '../../http/api-error.ts';
import type { CallOf, Handler } from '../../http/call.ts';
import { Handles } from '../../http/handles.ts';
import { readerIds } from './inbox.queries.ts';

/** The first time counts. */
@Handles(notices.markRead)
export class MarkRead implements Handler<typeof notices.markRead> {
  constructor(
    private readonly pg: Pg,
    private readonly clock: Clock,
  ) {}

  async run({ actor, params }: CallOf<typeof notices.markRead>) {
    const found = await this.pg.execute(
      'update notice set read_at = coalesce(read_at, $3) where recipient_id = any($1::uuid[]) and id = $2',
      [readerIds(actor), params.noticeId, this.clock.now()],
    );
    if (found === 0) throw new ApiError('notice_not_found');
    return { ok: true as const };
  }
}
