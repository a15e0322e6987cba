import { notices } from '@dangxiao/contracts';
import { Clock } from '../../config/clock.ts';
import { Config } from '../../config/config.ts';
import { Secrets } from '../../config/secrets.ts';
import { UnitOfWork } from '../../database/unit-of-work.ts';
import { ApiError } from '../../http/api-error.ts';
import type { CallOf, Handler } from '../../http/call.ts';
import { Handles } from '../../http/handles.ts';
import { readerOf, settingsView } from './settings-view.ts';

/** Letters that ask for confirmation, per reader and day: a stranger's mailbox is not to be filled from here. */
const A_DAY = 5;

const letter = `
  insert into letter (id, recipient_id, person_id, account_id, organization_id, kind, message_id, due_at, created_at)
  select l.id, $1, $2, $3, place.id, 'confirmation', '<' || l.id || '@' || $4 || '>', $5, $5
  from (select uuidv7() as id) l,
    lateral (select coalesce(
      (select p.current_organization_id from person p where p.id = $2),
      (select g.organization_id from role_grant g where g.account_id = $3 order by g.granted_at limit 1),
      (select s.root_organization_id from school s)) as id) place
  returning id`;

const write = `
  insert into email_address (recipient_id, person_id, account_id, cipher, hash, masked, confirmation_letter_id, entered_at)
  values ($1, $2, $3, $4, $5, $6, $7, $8)
  on conflict (recipient_id) do update set cipher = $4, hash = $5, masked = $6, confirmation_letter_id = $7, confirmed_at = null, entered_at = $8`;

/** The address is not used before its owner opened the link in the letter that goes there. */
@Handles(notices.putMyEmail)
export class PutMyEmail implements Handler<typeof notices.putMyEmail> {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly secrets: Secrets,
  ) {}

  run({ actor, body }: CallOf<typeof notices.putMyEmail>) {
    const { mail } = this.config;
    if (!mail) throw new ApiError('mail_not_configured');
    const reader = readerOf(actor);
    const who = [reader.recipientId, reader.personId, reader.accountId];
    const address = body.email.trim();
    const now = this.clock.now();
    return this.uow.run(async (tx) => {
      await tx.execute('select pg_advisory_xact_lock(hashtextextended($1, 0))', [reader.recipientId]);
      const recent = await tx.one<{ n: number }>(
        `select count(*)::int as n from letter where recipient_id = $1 and kind = 'confirmation' and created_at > $2::timestamptz - interval '1 day'`,
        [reader.recipientId, now],
      );
      if ((recent?.n ?? 0) >= A_DAY) throw new ApiError('too_many_requests');
      const made = await tx.one<{ id: string }>(letter, [...who, mail.domain, now]);
      const cipher = this.secrets.encrypt(address, 'email');
      const hash = this.secrets.lookUpHash(address.toLowerCase(), 'email');
      await tx.execute(write, [...who, cipher, hash, maskedEmail(address), made?.id, now]);
      return settingsView(tx, reader.recipientId, true);
    });
  }
}

/** "w•••@example.org": enough to recognise one's own. */
export const maskedEmail = (address: string) => `${address.slice(0, 1)}•••${address.slice(address.lastIndexOf('@'))}`;
