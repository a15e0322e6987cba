import { readFileSync } from 'node:fs';
import { PassThrough } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { createTransport } from 'nodemailer';
import type { MailConfig } from '../../config/mail.ts';
import { Config } from '../../config/config.ts';

export interface Envelope {
  messageId: string;
  to: string;
  subject: string;
  text: string;
  html: string;
  /** Of the school, beside the sender's address. */
  fromName: string;
  /** Where its reader switches emails off. */
  settingsUrl: string;
}

/** How an attempt ended. `unanswered`: the server had the email and did not say what became of it. */
export interface Outcome {
  outcome: 'accepted' | 'refused' | 'put_off' | 'unreachable' | 'unanswered';
  answer: string | null;
}

interface SmtpError extends Error {
  response?: string;
  responseCode?: number;
}

const PATIENCE_MS = 20_000;

/** Speaks with the mail server. */
@Injectable()
export class Mailer {
  private readonly transport: ReturnType<typeof transportOf> | null;
  private readonly from: string;
  /** Emails that the server has taken in whole: whatever we hear afterwards, they may have been delivered. */
  private readonly handedOver = new Set<string>();

  constructor(config: Config) {
    this.transport = config.mail && transportOf(config.mail);
    this.from = config.mail?.from ?? '';
    this.transport?.use('stream', (mail, done) => {
      const tap = new PassThrough();
      tap.once('end', () => this.handedOver.add(String(mail.data.messageId)));
      mail.message.transform(tap);
      done();
    });
  }

  async send({ fromName, settingsUrl, ...email }: Envelope): Promise<Outcome> {
    if (!this.transport) return { outcome: 'unreachable', answer: null };
    try {
      const from = { name: fromName, address: this.from };
      const headers = { 'Auto-Submitted': 'auto-generated', 'List-Unsubscribe': `<${settingsUrl}>` };
      const info = await this.transport.sendMail({ ...email, from, headers, encoding: 'base64' });
      return { outcome: 'accepted', answer: words(info.response) };
    } catch (error) {
      return outcomeOf(error as SmtpError, this.handedOver.has(email.messageId));
    } finally {
      this.handedOver.delete(email.messageId);
    }
  }
}

/** What an error of the conversation means for the email. */
function outcomeOf({ responseCode, response, message }: SmtpError, handedOver: boolean): Outcome {
  if (responseCode && responseCode >= 500) return { outcome: 'refused', answer: words(response ?? message) };
  if (responseCode && responseCode >= 400) return { outcome: 'put_off', answer: words(response ?? message) };
  return { outcome: handedOver ? 'unanswered' : 'unreachable', answer: words(message) };
}

const words = (text: string) => text.slice(0, 500);

function transportOf({ url, tls, caFile }: MailConfig) {
  const { protocol, hostname, port, username, password } = new URL(url);
  const secure = protocol === 'smtps:';
  return createTransport({
    host: hostname,
    port: Number(port) || (secure ? 465 : 587),
    secure,
    requireTLS: tls === 'required',
    ignoreTLS: tls === 'none',
    ...(username && { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } }),
    ...(caFile && { tls: { ca: readFileSync(caFile) } }),
    connectionTimeout: PATIENCE_MS,
    greetingTimeout: PATIENCE_MS,
    socketTimeout: PATIENCE_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
}
