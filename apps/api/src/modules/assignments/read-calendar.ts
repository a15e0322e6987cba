import { createHash } from 'node:crypto';
import { assignments } from '@dangxiao/contracts';
import { Clock } from '../../config/clock.ts';
import { Pg } from '../../database/pg.ts';
import { ApiError } from '../../http/api-error.ts';
import type { CallOf, Handler } from '../../http/call.ts';
import { Handles } from '../../http/handles.ts';
import { icalendar } from './icalendar.ts';
import { trainingOf, trainingSql, type TrainingRow } from './training.queries.ts';

/** One address is answered once in this time; calendar programs ask every few hours. */
const EVERY_MS = 1_000;

export const tokenHash = (token: string) => createHash('sha256').update(token).digest();

/** The deadlines of the learner whose secret address it is. In Chinese: a calendar program has no language of its reader. */
@Handles(assignments.readCalendar)
export class ReadCalendar implements Handler<typeof assignments.readCalendar> {
  constructor(
    private readonly pg: Pg,
    private readonly clock: Clock,
  ) {}

  async run({ params, reply }: CallOf<typeof assignments.readCalendar>) {
    const now = this.clock.now();
    const feed = await this.pg.one<{ id: string; personId: string; soon: boolean }>(
      `select id, person_id as "personId", coalesce(read_at > $2, false) as soon from calendar_feed where token_hash = $1 and revoked_at is null`,
      [tokenHash(params.token.slice(0, -'.ics'.length)), new Date(now.getTime() - EVERY_MS)],
    );
    if (!feed) throw new ApiError('calendar_not_found');
    if (feed.soon) throw new ApiError('too_many_requests', { retryAfter: 1 });
    await this.pg.execute('update calendar_feed set read_at = $2 where id = $1', [feed.id, now]);
    const rows = await this.pg.query<TrainingRow>(trainingSql, [feed.personId]);
    const byId = new Map(rows.map((row) => [row.assignmentId, row]));
    const events = (await trainingOf(this.pg, rows, now)).flatMap((item) => {
      const row = byId.get(item.assignmentId);
      if (!row?.dueAt) return [];
      const kind = item.required ? '必修' : '选修';
      const state = item.state === 'finished' ? '（已完成）' : '';
      return {
        uid: `${item.assignmentId}@dangxiao`,
        sequence: row.version - 1,
        changedAt: row.updatedAt,
        at: row.dueAt,
        summary: `${kind}:${item.title} 截止${state}`,
        description: item.items.map((part) => part.title).join('\n'),
      };
    });
    void reply
      .type('text/calendar; charset=utf-8')
      .header('cache-control', 'private, no-store')
      .send(icalendar('我的培训', events, now));
  }
}
