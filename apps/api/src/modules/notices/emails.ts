import { Injectable } from '@nestjs/common';
import { Config } from '../../config/config.ts';
import type { Sql } from '../../database/sql.ts';
import type { StoredNotice } from './notices.queries.ts';

// An email that waits takes what comes meanwhile; once it is being sent, the next message opens another.
const carry = `
  with mine as (
    select n.recipient_id, n.id, s.person_id, s.account_id, s.organization_id
    from unnest($1::uuid[], $2::uuid[], $3::text[]) as n (recipient_id, id, kind)
    join notice s on s.recipient_id = n.recipient_id and s.id = n.id
    join email_address e on e.recipient_id = n.recipient_id and e.confirmed_at is not null
    left join notice_choice c on c.recipient_id = n.recipient_id
    where n.kind <> all (coalesce(c.no_email, '{}'))),
  fresh as (
    select uuidv7() as id, m.* from (
      select distinct recipient_id, person_id, account_id, organization_id from mine) m order by recipient_id),
  opened as (
    insert into email as l (id, recipient_id, person_id, account_id, organization_id, kind, message_id, due_at, created_at)
    select id, recipient_id, person_id, account_id, organization_id, 'notices', '<' || id || '@' || $6 || '>', $5, $4 from fresh
    on conflict (recipient_id) where kind = 'notices' and state = 'waiting' and attempts = 0 do update set due_at = l.due_at
    returning id, recipient_id)
  update notice n set email_id = opened.id from mine join opened on opened.recipient_id = mine.recipient_id
  where n.recipient_id = mine.recipient_id and n.id = mine.id`;

/** Emails that carry messages; none where the school has no mail server. */
@Injectable()
export class Emails {
  constructor(private readonly config: Config) {}

  /** Puts stored messages into the emails of their readers, in the same transaction. */
  async carry(tx: Sql, notices: readonly StoredNotice[], now: Date): Promise<void> {
    const { mail } = this.config;
    const fit = notices.filter((notice) => notice.kind !== null);
    if (!mail || fit.length === 0) return;
    const dueAt = new Date(now.getTime() + mail.gatherMs);
    await tx.execute(carry, [
      fit.map((notice) => notice.recipientId),
      fit.map((notice) => notice.id),
      fit.map((notice) => notice.kind),
      now,
      dueAt,
      mail.domain,
    ]);
  }
}
