import { randomInt } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { examWorld } from '../support/candidates.ts';
import { ProductServer } from '../support/server.ts';
import type { Query } from '../support/study.ts';
import { withDatabase } from './database.ts';
import { flowing } from './flowing.ts';
import type { FaultReport } from './report.ts';
import { ExamWriter, isNewerSave, type Sent } from './exam-writer.ts';

const WRITERS = 8;
const SLOTS = 10;

type Victim = 'api' | 'database';

/**
 * P1: candidates save answers without pause while, round by round, the API process or PostgreSQL is killed with -9 and started again; one more
 * hands in across each kill. Everything acknowledged must be stored (or something newer of the same slot), every receipt must
 * stay the same, and every passed attempt must have exactly one award.
 */
export async function exams(rounds: number, log: (line: string) => void = console.log): Promise<FaultReport> {
  const server = await ProductServer.start({ apps: ['api'] });
  const report: FaultReport = { acknowledged: 0, stored: 0, lost: 0, doubled: 0, broken: [] };
  try {
    const world = await withDatabase(server.addresses.ownerUrl, (query) =>
      examWorld(query, { candidates: WRITERS + rounds, questions: SLOTS }),
    );
    const everyone = world.candidates.map((person) => new ExamWriter(server.baseUrl, person, world.examId, SLOTS));
    await Promise.all(everyone.map((writer) => writer.start()));
    for (let round = 1; round <= rounds; round += 1) {
      const victim: Victim = round % 2 === 1 ? 'api' : 'database';
      // the round's own candidate hands in, the others go on through all rounds
      const writers = [...everyone.slice(0, WRITERS), everyone[WRITERS + round - 1] as ExamWriter];
      const writing = writers.map((writer) => writer.write());
      await flowing(writers);
      await sleep(randomInt(0, 300));
      const handingIn = writers.at(-1)?.handIn();
      await sleep(randomInt(0, 40));
      await (victim === 'api' ? server.killApi() : server.killDatabase());
      await sleep(randomInt(0, 300));
      await (victim === 'api' ? server.startApi() : server.startDatabase());
      await handingIn;
      await sleep(200);
      writers.forEach((writer) => writer.pause());
      await Promise.all(writing);
      await withDatabase(server.addresses.ownerUrl, (query) => compare(query, writers, report));
      log(`round ${round}: killed the ${victim}; ${report.acknowledged} acknowledged so far, ${report.lost} lost`);
    }
    return report;
  } finally {
    await server.stop();
  }
}

/** Looks up every answer acknowledged since the last look, and every receipt. */
async function compare(query: Query, writers: readonly ExamWriter[], report: FaultReport): Promise<void> {
  for (const writer of writers) {
    for (const [attemptId, acknowledged] of writer.takeAcknowledged())
      await compareAnswers(query, attemptId, acknowledged, report);
    for (const [attemptId, receipts] of writer.takeReceipts()) {
      if (new Set(receipts).size > 1) report.broken.push(`Two receipts of ${attemptId}: ${receipts.join(' ')}`);
      const [row] = await query(
        `select s.state, s.correct, s.passed,
           (select count(*)::int from answer a where a.attempt_id = s.id and a.choice = '{A}') as right,
           (select count(*)::int from credit_entry e where e.source_id = s.exam_id and e.person_id = s.person_id) as awards
         from attempt s where s.id = $1`,
        [attemptId],
      );
      if (row?.state !== 'handed_in') report.broken.push(`Receipt of ${attemptId}, which is ${String(row?.state)}`);
      if (row?.correct !== row?.right) report.broken.push(`Marks of ${attemptId} are not those of its answers`);
      if (row?.passed === true && row.awards !== 1) report.broken.push(`${String(row.awards)} awards for ${attemptId}`);
      if (Number(row?.awards) > 1) report.doubled += 1;
    }
  }
}

/** Looks up acknowledged answers of an attempt. */
export async function compareAnswers(
  query: Query,
  attemptId: string,
  acknowledged: readonly Sent[],
  report: FaultReport,
): Promise<void> {
  const rows = await query(
    `select slot, epoch, seq, choice from answer where attempt_id = $1
     union all select slot, epoch, seq, choice from late_answer where attempt_id = $1`,
    [attemptId],
  );
  const stored = rows as unknown as Omit<Sent, 'at'>[];
  for (const each of acknowledged) {
    report.acknowledged += 1;
    if (stored.some((row) => covers(row, each))) report.stored += 1;
    else report.lost += 1;
  }
}

/** The row is that save, or a newer one of its slot. */
function covers(row: Omit<Sent, 'at'>, save: Sent): boolean {
  if (row.slot !== save.slot) return false;
  if (row.epoch === save.epoch && row.seq === save.seq) return row.choice.join() === save.choice.join();
  return isNewerSave(row, save);
}
