import type { NoticeCode, NoticeOf } from '@dangxiao/domain';
import { noticeKinds } from '@dangxiao/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../config/clock.ts';
import type { Sql } from '../../database/sql.ts';
import { Emails } from './emails.ts';
import { insertNotices } from './notices.queries.ts';

/** To whom: a person (with or without an account), or an account, which stands for its person where it has one. */
export type Recipient = { personId: string } | { accountId: string };

/** A message to somebody; which parameters it takes, its code says. */
export type Message = {
  [Code in NoticeCode]: NoticeOf<Code> & {
    to: Recipient;
    /** What is told once: a second message with the same key to the same reader changes nothing. */
    dedupeKey: string;
    /** Into the inbox only, whatever the reader chose. */
    inboxOnly?: boolean;
  };
}[NoticeCode];

/**
 * Tells people something, inside the caller's transaction: it is in their inbox if and only if the transaction commits, and the email that
 * carries it, where there is a mail server, a confirmed address and no choice against it, waits to be sent with it.
 */
@Injectable()
export class Notices {
  constructor(
    private readonly clock: Clock,
    private readonly emails: Emails,
  ) {}

  /** @returns whether it is new to the reader */
  async tell(tx: Sql, message: Message): Promise<boolean> {
    return (await this.tellAll(tx, [message])) === 1;
  }

  /** Many messages in a few statements. @returns how many were new */
  async tellAll(tx: Sql, messages: readonly Message[]): Promise<number> {
    if (messages.length === 0) return 0;
    const now = this.clock.now();
    const rows = messages.map((message) => ({
      personId: 'personId' in message.to ? message.to.personId : null,
      accountId: 'accountId' in message.to ? message.to.accountId : null,
      code: message.code,
      params: JSON.stringify(message.params),
      dedupeKey: message.dedupeKey,
      kind: message.inboxOnly ? null : noticeKinds[message.code],
    }));
    const written = await insertNotices(tx, rows, now);
    await this.emails.carry(tx, written, now);
    return written.length;
  }
}
