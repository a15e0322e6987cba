import type { NoticeContent, NoticeLanguage, QuietHours } from '@dangxiao/domain';
import type { Sql } from '../../database/sql.ts';
import type { Outcome } from './mailer.ts';

/** An email that may go. */
export interface DueEmail {
  id: string;
  organizationId: string;
  kind: 'notices' | 'confirmation';
  /** The reader's own; null: as the organization says. */
  quiet: QuietHours | null;
}

/** An email that is being sent, with what has to be known to write it. */
export interface HeldEmail {
  id: string;
  kind: 'notices' | 'confirmation';
  messageId: string;
  attempts: number;
  language: NoticeLanguage;
  reader: string;
  school: string;
  hasPerson: boolean;
  address: Buffer | null;
  masked: string | null;
  notices: NoticeContent[];
}

const due = `
  select l.id, l.organization_id as "organizationId", l.kind,
    case when c.quiet_from is not null then json_build_object('from', c.quiet_from, 'to', c.quiet_to) end as quiet
  from email l left join notice_choice c on c.recipient_id = l.recipient_id
  where l.state = 'waiting' and l.due_at <= $1 order by l.due_at limit $2`;

export const dueEmails = (sql: Sql, now: Date, limit: number) => sql.query<DueEmail>(due, [now, limit]);

export async function putOff(sql: Sql, emails: readonly { id: string; until: Date }[]): Promise<void> {
  if (emails.length === 0) return;
  await sql.execute(
    `update email l set due_at = p.until from unnest($1::uuid[], $2::timestamptz[]) as p (id, until) where l.id = p.id and l.state = 'waiting'`,
    [emails.map((email) => email.id), emails.map((email) => email.until)],
  );
}

// Locked before it is read: what a message still puts into the email is in it, what comes later opens another.
const held = `
  select l.id, l.kind, l.message_id as "messageId", l.attempts, coalesce(c.language, 'zh-CN') as language, coalesce(p.name, a.login) as reader,
    s.name as school, l.person_id is not null as "hasPerson", e.cipher as address, e.masked,
    coalesce((select json_agg(json_build_object('code', n.code, 'params', n.params) order by n.id) from notice n where n.email_id = l.id), '[]') as notices
  from email l cross join school s
  left join notice_choice c on c.recipient_id = l.recipient_id
  left join person p on p.id = l.person_id left join account a on a.id = l.account_id
  left join email_address e on e.recipient_id = l.recipient_id
    and (case when l.kind = 'confirmation' then e.confirmation_email_id = l.id and e.confirmed_at is null else e.confirmed_at is not null end)
  where l.id = $1`;

/** Takes an email for one attempt, which is written down; null when another process was quicker. An email without an address is dropped. */
export async function hold(tx: Sql, id: string, now: Date, until: Date): Promise<HeldEmail | null> {
  const locked = await tx.one(
    `select from email where id = $1 and state = 'waiting' and due_at <= $2 for update skip locked`,
    [id, now],
  );
  if (!locked) return null;
  const email = await tx.one<HeldEmail>(held, [id]);
  if (!email) return null;
  if (!email.address) {
    await tx.execute(`update email set state = 'dropped', ended_at = $2 where id = $1`, [id, now]);
    return null;
  }
  await tx.execute(
    `update email set state = 'sending', attempts = attempts + 1, held_until = $2, masked_address = $3 where id = $1`,
    [id, until, email.masked],
  );
  await tx.execute('insert into email_delivery (email_id, number, started_at) values ($1, $2, $3)', [
    id,
    email.attempts + 1,
    now,
  ]);
  return { ...email, attempts: email.attempts + 1 };
}

/** How an attempt ended, and what becomes of the email. `again`: when it is tried again; null: never. */
export async function record(
  tx: Sql,
  { id, attempts }: Pick<HeldEmail, 'id' | 'attempts'>,
  { outcome, answer }: Outcome,
  now: Date,
  again: Date | null,
): Promise<void> {
  const open = await tx.execute(
    `update email_delivery set ended_at = $3, outcome = $4, answer = $5 where email_id = $1 and number = $2 and ended_at is null`,
    [id, attempts, now, outcome, answer],
  );
  if (open === 0) return;
  await tx.execute(
    `update email set held_until = null, unanswered = unanswered + ($3 = 'unanswered')::int, due_at = coalesce($4, due_at),
       ended_at = case when $4::timestamptz is null then $2::timestamptz end,
       state = case when $3 = 'accepted' then case when unanswered > 0 then 'repeated' else 'sent' end
         when $3 = 'refused' then 'refused' when $4::timestamptz is null then 'given_up' else 'waiting' end
     where id = $1`,
    [id, now, outcome, again],
  );
}

/** Emails whose sender died: whether the server has them nobody knows. */
export const abandoned = (tx: Sql, now: Date) =>
  tx.query<{ id: string; attempts: number }>(
    `select id, attempts from email where state = 'sending' and held_until < $1 order by id for update skip locked`,
    [now],
  );
