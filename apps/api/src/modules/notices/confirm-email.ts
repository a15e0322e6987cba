import { notices } from '@dangxiao/contracts';
import { Clock } from '../../config/clock.ts';
import { Pg } from '../../database/pg.ts';
import { ApiError } from '../../http/api-error.ts';
import type { CallOf, Handler } from '../../http/call.ts';
import { Handles } from '../../http/handles.ts';
import { Confirmations } from './confirmations.ts';
import { VALID_MS } from './email-addresses.ts';

/** Whoever has the email owns the address; nobody needs to be signed in. */
@Handles(notices.confirmEmail)
export class ConfirmEmail implements Handler<typeof notices.confirmEmail> {
  constructor(
    private readonly pg: Pg,
    private readonly clock: Clock,
    private readonly confirmations: Confirmations,
  ) {}

  async run({ body }: CallOf<typeof notices.confirmEmail>) {
    const now = this.clock.now();
    const emailId = this.confirmations.emailOf(body.token);
    const row =
      emailId &&
      (await this.pg.one<{ masked: string }>(
        `update email_address set confirmed_at = coalesce(confirmed_at, $2)
         where confirmation_email_id = $1 and (confirmed_at is not null or entered_at > $3) returning masked`,
        [emailId, now, new Date(now.getTime() - VALID_MS)],
      ));
    if (!row) throw new ApiError('email_confirmation_invalid');
    return row;
  }
}
