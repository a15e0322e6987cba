import type { notices, ResponseOf } from '@dangxiao/contracts';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../config/clock.ts';
import { Config } from '../../config/config.ts';
import { Secrets } from '../../config/secrets.ts';
import { keyedLocks, lockForOne } from '../../database/locks.ts';
import type { Sql } from '../../database/sql.ts';
import { ApiError } from '../../http/api-error.ts';

/** Emails that ask for confirmation, per reader and day: a stranger's mailbox is not to be filled from here. */
const A_DAY = 5;

const insertEmail = `
  insert into email (id, recipient_id, person_id, account_id, organization_id, kind, message_id, due_at, created_at)
  select l.id, $1, $2, $3, place.id, 'confirmation', '<' || l.id || '@' || $4 || '>', $5, $5
  from (select uuidv7() as id) l,
    lateral (select coalesce(
      (select p.current_organization_id from person p where p.id = $2),
      (select g.organization_id from role_grant g where g.account_id = $3 order by g.granted_at limit 1),
      (select s.root_organization_id from school s)) as id) place
  returning id`;

const write = `
  insert into email_address (recipient_id, person_id, account_id, cipher, hash, masked, confirmation_email_id, entered_at)
  values ($1, $2, $3, $4, $5, $6, $7, $8)
  on conflict (recipient_id) do update set cipher = $4, hash = $5, masked = $6, confirmation_email_id = $7, confirmed_at = null, entered_at = $8`;

const view = `
  select e.masked,
    case when e.confirmed_at is not null then 'confirmed' when e.entered_at > $2 then 'waiting' else 'expired' end as state
  from email_address e where e.recipient_id = $1`;

/** How long the link in an email of confirmation holds. */
export const VALID_MS = 7 * 86_400_000;

type View = ResponseOf<typeof notices.getPersonEmail>['email'];

/** Whose address and choice it is: a person's, or an account's that stands for no person. */
export interface Reader {
  recipientId: string;
  personId: string | null;
  accountId: string | null;
}

/** Where readers get emails. An address is not used before its owner opened the link in the email that goes there, whoever entered it. */
@Injectable()
export class EmailAddresses {
  constructor(
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly secrets: Secrets,
  ) {}

  /** The address of a reader, masked; null when there is none. */
  async find(sql: Sql, recipientId: string): Promise<View> {
    const since = new Date(this.clock.now().getTime() - VALID_MS);
    return sql.one<NonNullable<View>>(view, [recipientId, since]);
  }

  /**
   * Replaces a reader's address and has the email of confirmation sent. @returns the former one and this one, masked
   * @throws ApiError mail_not_configured, too_many_requests
   */
  async put(tx: Sql, reader: Reader, email: string): Promise<{ before: string | null; after: string }> {
    const { mail } = this.config;
    if (!mail) throw new ApiError('mail_not_configured');
    const who = [reader.recipientId, reader.personId, reader.accountId];
    const address = email.trim();
    const now = this.clock.now();
    await lockForOne(tx, keyedLocks.emailAddress, [reader.recipientId]);
    const recent = await tx.one<{ n: number }>(
      `select count(*)::int as n from email where recipient_id = $1 and kind = 'confirmation' and created_at > $2::timestamptz - interval '1 day'`,
      [reader.recipientId, now],
    );
    if ((recent?.n ?? 0) >= A_DAY) throw new ApiError('too_many_requests');
    const made = await tx.one<{ id: string }>(insertEmail, [...who, mail.domain, now]);
    const cipher = this.secrets.encrypt(address, 'email');
    const hash = this.secrets.lookUpHash(address.toLowerCase(), 'email');
    const before = await this.find(tx, reader.recipientId);
    const masked = maskedEmail(address);
    await tx.execute(write, [...who, cipher, hash, masked, made?.id, now]);
    return { before: before?.masked ?? null, after: masked };
  }

  /** Forgets a reader's address; emails that wait for it are dropped when their turn comes. @returns the former one, masked; null when there was none */
  async remove(tx: Sql, recipientId: string): Promise<string | null> {
    const sql = 'delete from email_address where recipient_id = $1 returning masked';
    return (await tx.one<{ masked: string }>(sql, [recipientId]))?.masked ?? null;
  }
}

/** "w•••@example.org": enough to recognise one's own. */
const maskedEmail = (address: string) => `${address.slice(0, 1)}•••${address.slice(address.lastIndexOf('@'))}`;
