import { randomBytes } from 'node:crypto';
import { assignments } from '@dangxiao/contracts';
import { Clock } from '../../config/clock.ts';
import { UnitOfWork } from '../../database/unit-of-work.ts';
import type { CallOf, Handler } from '../../http/call.ts';
import { Handles } from '../../http/handles.ts';
import { tokenHash } from './read-calendar.ts';

/** A new secret address instead of the one before; only its hash is kept, so that it is shown this once. */
@Handles(assignments.openCalendar)
export class OpenCalendar implements Handler<typeof assignments.openCalendar> {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  async run({ actor }: CallOf<typeof assignments.openCalendar>) {
    const token = randomBytes(32).toString('base64url');
    const now = this.clock.now();
    await this.uow.run(async (tx) => {
      await tx.execute('select from person where id = $1 for no key update', [actor.personId]);
      await tx.execute('update calendar_feed set revoked_at = $2 where person_id = $1 and revoked_at is null', [
        actor.personId,
        now,
      ]);
      await tx.execute('insert into calendar_feed (person_id, token_hash, created_at) values ($1, $2, $3)', [
        actor.personId,
        tokenHash(token),
        now,
      ]);
    });
    return { path: `/api/v1/calendars/${token}.ics` };
  }
}
