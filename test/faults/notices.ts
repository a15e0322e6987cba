import { randomInt } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { spawnApi, type Api } from '../../tools/start/children.ts';
import { root } from '../../tools/start/settings.ts';
import { ProductServer } from '../support/server.ts';
import { SmtpProgram } from '../support/smtp.ts';
import type { Query } from '../support/study.ts';
import { withDatabase } from './database.ts';
import { comeDue, openReaders } from './mail-readers.ts';
import type { FaultReport } from './report.ts';
import { lookForStrangers, lookUp } from './told.ts';

const READERS = 24;
const TRAININGS = 12;

type Victim = 'jobs' | 'mail server' | 'database';
const victims: readonly Victim[] = ['jobs', 'mail server', 'jobs', 'database'];

/**
 * Trainings come due round by round; while their reminders are written and sent, the jobs process is killed with -9, at times together with
 * PostgreSQL, or the mail server takes an email and dies before it answers. Everybody must find each message once in the inbox and at least
 * once in the post, under one Message-ID; twice only where an answer was lost, which the log says.
 */
export async function notices(rounds: number, log: (line: string) => void = console.log): Promise<FaultReport> {
  const folder = mkdtempSync(path.join(tmpdir(), 'dangxiao-mail-'));
  const smtp = await SmtpProgram.on(folder);
  const mail = {
    SMTP_URL: smtp.url,
    MAIL_FROM: 'noreply@school.example',
    MAIL_PER_SECOND: '200',
    MAIL_GATHER_SECONDS: '0',
  };
  const server = await ProductServer.start({ apps: ['api'], environment: { ROLE: 'http', ...mail } });
  const report: FaultReport = { acknowledged: 0, stored: 0, lost: 0, doubled: 0, broken: [] };
  let worker: Api | undefined;
  const work = () => {
    worker = spawnApi({
      main: path.join(root, 'apps/api/dist/main.js'),
      environment: { ...server.environment(), ROLE: 'jobs' },
      logFile: path.join(server.dataDir, 'logs', 'jobs.log'),
    });
  };
  const kill = async () => {
    const victim = worker;
    worker = undefined;
    if (victim?.pid === undefined) return;
    const alone = await Promise.race([victim.exited.then(() => true), sleep(0, false)]);
    if (alone) report.broken.push(`The jobs process ended by itself: ${victim.tail()}`);
    else process.kill(victim.pid, 'SIGKILL');
    await victim.exited;
  };
  try {
    await smtp.start();
    work();
    const readers = await withDatabase(server.addresses.ownerUrl, (query) =>
      openReaders(query, server.baseUrl, smtp, READERS),
    );
    await kill();
    for (let round = 1; round <= rounds; round += 1) {
      const victim = victims[(round - 1) % victims.length] ?? 'jobs';
      const due = await withDatabase(server.addresses.ownerUrl, (query) => comeDue(query, round, TRAININGS, readers));
      // one kill while the messages are written, one while emails go out
      work();
      await withDatabase(server.addresses.ownerUrl, async (query) => {
        await written(query, due, randomInt(1, READERS * TRAININGS));
        await kill();
        await outlive(query);
        work();
        await taken(query, smtp, due, randomInt(1, READERS / 2));
        if (victim !== 'mail server') return;
        await smtp.start('die');
        await taken(query, smtp, due, 1);
        await smtp.start();
      });
      if (victim === 'database') await server.killDatabase();
      if (victim !== 'mail server') await kill();
      if (victim === 'database') await server.startDatabase();
      const told = await withDatabase(server.addresses.ownerUrl, async (query) => {
        if (victim !== 'mail server') {
          await outlive(query);
          work();
        }
        await settled(query, due);
        await kill();
        return lookUp(query, smtp, due, READERS, report);
      });
      log(
        `round ${round}: killed the ${victim}; ${READERS * TRAININGS} messages in ${told.emails} emails taken, ${told.repeated} of them twice, ` +
          `${told.saidRepeated} that the log calls repeated; ${report.lost} lost`,
      );
    }
    await withDatabase(server.addresses.ownerUrl, (query) => lookForStrangers(query, smtp, report));
    return report;
  } finally {
    await kill();
    await server.stop();
    await smtp.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function until(what: string, holds: () => Promise<boolean> | boolean): Promise<void> {
  for (const end = Date.now() + 120_000; !(await holds()); await sleep(20))
    if (Date.now() > end) throw new Error(`Not within two minutes: ${what}`);
}

/** Waits until the server took so many emails more, or all of them. */
async function taken(query: Query, smtp: SmtpProgram, assignmentIds: readonly string[], many: number): Promise<void> {
  const enough = smtp.emails().length + many;
  await until(`${many} emails`, async () => {
    await hurry(query);
    return smtp.emails().length >= enough || (await isThrough(query, assignmentIds));
  });
}

const written = (query: Query, assignmentIds: readonly string[], many: number) =>
  until(`${many} messages`, async () => {
    const [row] = await query(`select count(*)::int as n from notice where params ->> 'assignmentId' = any($1)`, [
      assignmentIds,
    ]);
    return Number(row?.n) >= many;
  });

/** The minutes in which a dead sender's emails wait for it pass at once: it is known to be dead. */
const outlive = (query: Query) =>
  query(`update email set held_until = now() - interval '1 second' where state = 'sending'`);

/** Waits until every step is through and every email ended; the minutes between two tries pass at once. */
const settled = (query: Query, assignmentIds: readonly string[]) =>
  until('everybody told', async () => {
    await hurry(query);
    return isThrough(query, assignmentIds);
  });

const hurry = (query: Query) =>
  query(`update email set due_at = now() where state = 'waiting' and attempts > 0 and due_at > now()`);

/** Is every step through, and did every email end? */
async function isThrough(query: Query, assignmentIds: readonly string[]): Promise<boolean> {
  const [row] = await query(
    `select (select count(*) from reminder_run where assignment_id = any($1) and step = 'at' and finished_at is not null)::int as through,
         (select count(*) from email where state in ('waiting', 'sending'))::int as open`,
    [assignmentIds],
  );
  return row?.through === assignmentIds.length && row.open === 0;
}
