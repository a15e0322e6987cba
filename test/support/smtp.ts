import { fork, type ChildProcess } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { once } from 'node:events';
import path from 'node:path';
import { freePort } from '../../tools/embedded/postgres.ts';

export type Manner = 'accept' | 'refuse' | 'put-off' | 'die';

/** What the mail server has taken in. */
export interface Taken {
  to: string[];
  messageId: string;
  raw: string;
}

/** A real mail server in a process of its own, on a port that stays the same while it is started, changed and killed. */
export class SmtpProgram {
  readonly port: number;
  private readonly file: string;
  private child: ChildProcess | undefined;

  private constructor(port: number, file: string) {
    this.port = port;
    this.file = file;
  }

  static async on(folder: string): Promise<SmtpProgram> {
    return new SmtpProgram(await freePort(), path.join(folder, 'emails.jsonl'));
  }

  get url(): string {
    return `smtp://127.0.0.1:${this.port}`;
  }

  async start(manner: Manner = 'accept'): Promise<void> {
    await this.stop();
    const program = path.join(import.meta.dirname, 'smtp-program.ts');
    this.child = fork(program, [this.file, manner], {
      env: { ...process.env, SMTP_PORT: String(this.port) },
      execArgv: [],
    });
    await once(this.child, 'message');
  }

  async stop(): Promise<void> {
    if (this.child && this.child.exitCode === null && this.child.signalCode === null) {
      this.child.kill('SIGKILL');
      await once(this.child, 'exit');
    }
    this.child = undefined;
  }

  /** Every email that was taken in, in order. */
  emails(): Taken[] {
    if (!existsSync(this.file)) return [];
    // the last line may still be on its way, and one that was cut off by a kill stays short
    const lines = readFileSync(this.file, 'utf8')
      .split('\n')
      .filter((line) => line.endsWith('}'));
    return lines.map((line) => {
      const { to, raw } = JSON.parse(line) as { to: string[]; raw: string };
      return { to, raw, messageId: /^Message-ID: (.*)$/im.exec(raw)?.[1]?.trim() ?? '' };
    });
  }
}

/** The words of an email: its parts, decoded. */
export function textOf(raw: string): string {
  const parts = raw.split(/Content-Transfer-Encoding: base64\r?\n\r?\n/).slice(1);
  return parts.map((part) => Buffer.from(part.split(/\r?\n--/)[0] ?? '', 'base64').toString('utf8')).join('\n');
}
