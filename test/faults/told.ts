import { textOf, type SmtpProgram } from '../support/smtp.ts';
import type { Query } from '../support/study.ts';
import type { FaultReport } from './report.ts';

export interface Told {
  /** Letters that the mail server took. */
  letters: number;
  /** Of these, taken more than once. */
  repeated: number;
  /** Letters that the log calls repeated: whether the server had them the first time nobody could know. */
  saidRepeated: number;
}

interface Letter {
  id: string;
  messageId: string;
  state: string;
  unanswered: number;
  titles: string[];
}

/**
 * Looks up what became of trainings that came due: one message for each person and training in the inbox, each in a letter that the server
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
  const letters = (await query(
    `select l.id, l.message_id as "messageId", l.state, l.unanswered, array_agg(n.params ->> 'title') as titles
     from notice n join letter l on l.id = n.letter_id where n.params ->> 'assignmentId' = any($1) group by l.id`,
    [assignmentIds],
  )) as unknown as Letter[];
  const expected = assignmentIds.length * people;
  const inLetters = letters.reduce((sum, { titles }) => sum + titles.length, 0);
  report.acknowledged += expected;
  report.doubled += Number(inbox?.doubled);
  if (inLetters !== Number(inbox?.told)) report.broken.push(`${inLetters} of ${String(inbox?.told)} are in a letter`);

  const taken = smtp.letters();
  const told: Told = { letters: 0, repeated: 0, saidRepeated: 0 };
  let arrived = 0;
  for (const letter of letters) {
    const copies = taken.filter(({ messageId }) => messageId === letter.messageId);
    const texts = new Set(copies.map(({ raw }) => textOf(raw)));
    const [text = ''] = texts;
    arrived += letter.titles.filter((title) => text.includes(`《${title}》`)).length;
    told.letters += copies.length;
    told.repeated += copies.length > 1 ? 1 : 0;
    told.saidRepeated += letter.state === 'repeated' ? 1 : 0;
    const name = `Letter ${letter.messageId} (${letter.state})`;
    if (texts.size > 1) report.broken.push(`${name} was not the same each time`);
    if (copies.length > 1 + letter.unanswered)
      report.broken.push(`${name}: taken ${copies.length} times, unanswered ${letter.unanswered} times`);
    if (letter.state !== (letter.unanswered > 0 ? 'repeated' : 'sent'))
      report.broken.push(`${name}: unanswered ${letter.unanswered} times`);
  }
  report.stored += arrived;
  report.lost += expected - arrived;
  return told;
}

/** Whatever the server took under a Message-ID that the log does not know was made up on the way. */
export async function lookForStrangers(query: Query, smtp: SmtpProgram, report: FaultReport): Promise<void> {
  const rows = await query('select message_id as id from letter');
  const known = new Set(rows.map(({ id }) => String(id)));
  const strange = smtp.letters().filter(({ messageId }) => !known.has(messageId));
  if (strange.length > 0) report.broken.push(`${strange.length} letters have a Message-ID that the log does not know`);
}
