import { textOf, type SmtpProgram } from '../support/smtp.ts';
import type { Query } from '../support/study.ts';
import type { FaultReport } from './report.ts';

export interface Told {
  /** Emails that the mail server took. */
  emails: number;
  /** Of these, taken more than once. */
  repeated: number;
  /** Emails that the log calls repeated: whether the server had them the first time nobody could know. */
  saidRepeated: number;
}

interface Email {
  id: string;
  messageId: string;
  state: string;
  unanswered: number;
  titles: string[];
}

/**
 * Looks up what became of trainings that came due: one message for each person and training in the inbox, each in an email that the server
 * took, under one Message-ID and with the same words however often; taken twice only where an answer was lost, and the log says so.
 */
export async function lookUp(
  query: Query,
  smtp: SmtpProgram,
  assignmentIds: readonly string[],
  people: number,
  report: FaultReport,
): Promise<Told> {
  const [inbox] = await query(
    `select count(*)::int as told, coalesce(sum(n - 1), 0)::int as doubled from (
       select count(*)::int as n from notice where params ->> 'assignmentId' = any($1) group by recipient_id, params ->> 'assignmentId') each`,
    [assignmentIds],
  );
  const emails = (await query(
    `select l.id, l.message_id as "messageId", l.state, l.unanswered, array_agg(n.params ->> 'title') as titles
     from notice n join email l on l.id = n.email_id where n.params ->> 'assignmentId' = any($1) group by l.id`,
    [assignmentIds],
  )) as unknown as Email[];
  const expected = assignmentIds.length * people;
  const inEmails = emails.reduce((sum, { titles }) => sum + titles.length, 0);
  report.acknowledged += expected;
  report.doubled += Number(inbox?.doubled);
  if (inEmails !== Number(inbox?.told)) report.broken.push(`${inEmails} of ${String(inbox?.told)} are in an email`);

  const taken = smtp.emails();
  const told: Told = { emails: 0, repeated: 0, saidRepeated: 0 };
  let arrived = 0;
  for (const email of emails) {
    const copies = taken.filter(({ messageId }) => messageId === email.messageId);
    const texts = new Set(copies.map(({ raw }) => textOf(raw)));
    const [text = ''] = texts;
    arrived += email.titles.filter((title) => text.includes(`《${title}》`)).length;
    told.emails += copies.length;
    told.repeated += copies.length > 1 ? 1 : 0;
    told.saidRepeated += email.state === 'repeated' ? 1 : 0;
    const name = `Email ${email.messageId} (${email.state})`;
    if (texts.size > 1) report.broken.push(`${name} was not the same each time`);
    if (copies.length > 1 + email.unanswered)
      report.broken.push(`${name}: taken ${copies.length} times, unanswered ${email.unanswered} times`);
    if (email.state !== (email.unanswered > 0 ? 'repeated' : 'sent'))
      report.broken.push(`${name}: unanswered ${email.unanswered} times`);
  }
  report.stored += arrived;
  report.lost += expected - arrived;
  return told;
}

/** Whatever the server took under a Message-ID that the log does not know was made up on the way. */
export async function lookForStrangers(query: Query, smtp: SmtpProgram, report: FaultReport): Promise<void> {
  const rows = await query('select message_id as id from email');
  const known = new Set(rows.map(({ id }) => String(id)));
  const strange = smtp.emails().filter(({ messageId }) => !known.has(messageId));
  if (strange.length > 0) report.broken.push(`${strange.length} emails have a Message-ID that the log does not know`);
}
