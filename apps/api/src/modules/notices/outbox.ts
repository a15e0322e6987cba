import { setTimeout as sleep } from 'node:timers/promises';
import { afterQuiet, DEFAULT_SETTINGS } from '@dangxiao/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../config/clock.ts';
import { Config } from '../../config/config.ts';
import { Secrets } from '../../config/secrets.ts';
import { Pg } from '../../database/pg.ts';
import { UnitOfWork } from '../../database/unit-of-work.ts';
import { Confirmations } from './confirmations.ts';
import { Mailer } from './mailer.ts';
import { abandoned, dueEmails, hold, putOff, record, type DueEmail, type HeldEmail } from './outbox.queries.ts';
import { settingsOfMany } from './settings.queries.ts';
import { renderConfirmation, wordEmail } from './render-email.ts';

const LOOK_AT = 200;
/** Longer than the mail server may take; then the sender is taken for dead. */
const HOLD_MS = 120_000;
const FIRST_RETRY_MS = 60_000;
const LONGEST_RETRY_MS = 6 * 3_600_000;
const TRIES = 12;

/** Sends the emails that are due. The attempt is committed before the server hears of it, its outcome afterwards. */
@Injectable()
export class Outbox {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly pg: Pg,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly secrets: Secrets,
    private readonly mailer: Mailer,
    private readonly confirmations: Confirmations,
  ) {}

  /** @returns how many emails were tried */
  async round(stopped: () => boolean = () => false): Promise<number> {
    const { mail } = this.config;
    if (!mail) return 0;
    await this.recover();
    let tried = 0;
    for (const { id } of await this.ready()) {
      if (stopped()) break;
      if (!(await this.send(id))) continue;
      tried += 1;
      await sleep(1000 / mail.perSecond);
    }
    return tried;
  }

  /** What may go now; what falls into quiet hours waits for their end. Confirmations were asked for this minute and are never held back. */
  private async ready(): Promise<DueEmail[]> {
    const now = this.clock.now();
    const emails = await dueEmails(this.pg, now, LOOK_AT);
    if (emails.length === 0) return [];
    const settings = await settingsOfMany(
      this.pg,
      emails.map((email) => email.organizationId),
    );
    const until = ({ kind, quiet, organizationId }: DueEmail) =>
      kind === 'confirmation'
        ? now
        : afterQuiet(now, quiet ?? (settings.get(organizationId) ?? DEFAULT_SETTINGS).quietHours, this.config.zone);
    const later = emails.map((email) => ({ id: email.id, until: until(email) })).filter((one) => one.until > now);
    await putOff(this.pg, later);
    const quiet = new Set(later.map(({ id }) => id));
    return emails.filter(({ id }) => !quiet.has(id));
  }

  private async send(id: string): Promise<boolean> {
    const now = this.clock.now();
    const email = await this.uow.run((tx) => hold(tx, id, now, new Date(now.getTime() + HOLD_MS)));
    if (!email?.address) return false;
    const outcome = await this.mailer.send({ ...this.write(email), ...this.heads(email, email.address) });
    await this.end(email, outcome);
    return true;
  }

  private heads(email: HeldEmail, address: Buffer) {
    return {
      messageId: email.messageId,
      to: this.secrets.decrypt(address, 'email'),
      fromName: email.school,
    };
  }

  private write(email: HeldEmail) {
    const { school, reader, language } = email;
    const publicUrl = this.config.publicUrl ?? `http://localhost:${this.config.port}`;
    const app = email.hasPerson ? ('portal' as const) : ('admin' as const);
    const facts = { school, reader, language, zone: this.config.zone, publicUrl, app };
    if (email.kind === 'notices') return wordEmail(email.notices, facts);
    return renderConfirmation(`${publicUrl}/confirm-email/${this.confirmations.tokenOf(email.id)}`, facts);
  }

  private async recover(): Promise<void> {
    const now = this.clock.now();
    await this.uow.run(async (tx) => {
      for (const email of await abandoned(tx, now)) {
        await record(tx, email, { outcome: 'unanswered', answer: null }, now, retryAt(email.attempts, now));
      }
    });
  }

  private async end(email: HeldEmail, outcome: Awaited<ReturnType<Mailer['send']>>): Promise<void> {
    const now = this.clock.now();
    const over = outcome.outcome === 'accepted' || outcome.outcome === 'refused';
    await this.uow.run((tx) => record(tx, email, outcome, now, over ? null : retryAt(email.attempts, now)));
  }
}

/** Twice as long after each try; null when it is enough. */
function retryAt(attempts: number, now: Date): Date | null {
  if (attempts >= TRIES) return null;
  return new Date(now.getTime() + Math.min(FIRST_RETRY_MS * 2 ** (attempts - 1), LONGEST_RETRY_MS));
}
