import { notices } from '@dangxiao/contracts';
import { Clock } from '../../config/clock.ts';
import { Pg } from '../../database/pg.ts';
import type { CallOf, Handler } from '../../http/call.ts';
import { Handles } from '../../http/handles.ts';
import { ReadSettings, readerOf } from './settings-view.ts';

const write = `
  insert into notice_choice (recipient_id, person_id, account_id, language, no_email, quiet_from, quiet_to, updated_at)
  values ($1, $2, $3, $4, $5, $6, $7, $8)
  on conflict (recipient_id) do update set language = $4, no_email = $5, quiet_from = $6, quiet_to = $7, updated_at = $8`;

/** What the reader wants by e-mail, in which language, and when not. */
@Handles(notices.putMySettings)
export class PutMySettings implements Handler<typeof notices.putMySettings> {
  constructor(
    private readonly pg: Pg,
    private readonly clock: Clock,
    private readonly settings: ReadSettings,
  ) {}

  async run({ actor, body }: CallOf<typeof notices.putMySettings>) {
    const { recipientId, personId, accountId } = readerOf(actor);
    const quiet = body.quietHours;
    const chosen = [body.language, body.noEmail, quiet?.from ?? null, quiet?.to ?? null];
    await this.pg.execute(write, [recipientId, personId, accountId, ...chosen, this.clock.now()]);
    return this.settings.of(this.pg, recipientId);
  }
}
