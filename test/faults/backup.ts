import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { restoreBackup } from '../../tools/backup/put-back.ts';
import { takeBackup } from '../../tools/backup/take.ts';
import { removeNote, writeNote } from '../../tools/start/running.ts';
import { examWorld } from '../support/candidates.ts';
import { ProductServer } from '../support/server.ts';
import type { Query } from '../support/study.ts';
import { withDatabase } from './database.ts';
import { ExamWriter, type Sent } from './exam-writer.ts';
import { compareAnswers } from './exams.ts';
import { flowing } from './flowing.ts';
import type { FaultReport } from './report.ts';
import { compare, openWatchers, verify } from './watchers.ts';
import type { Acknowledged, WatchWriter } from './watch-writer.ts';

const WRITERS = 4;
const SLOTS = 10;

/**
 * Learners watch and candidates save answers without pause while a backup is taken, round by round: of the embedded server's files, then of the
 * tables as of a database elsewhere. Each is restored into an empty folder, where the product starts on it. Every heartbeat, award and answer
 * acknowledged before the backup's instant must be there, the ledger must verify, and the learners go on.
 */
export async function backup(rounds: number, log: (line: string) => void = console.log): Promise<FaultReport> {
  const server = await ProductServer.start({ apps: ['api'] });
  const folder = mkdtempSync(path.join(tmpdir(), 'dangxiao-backup-'));
  const report: FaultReport = { acknowledged: 0, stored: 0, lost: 0, doubled: 0, broken: [] };
  try {
    writeNote(server.dataDir, { pid: process.pid, port: 0, ...server.addresses });
    const watchers = await withDatabase(server.addresses.ownerUrl, (query) => openWatchers(query, server.baseUrl));
    const writers = await withDatabase(server.addresses.ownerUrl, (query) => openWriters(query, server.baseUrl));
    const all: Sofar = { heartbeats: new Map(watchers.map((watcher) => [watcher, []])), answers: new Map() };
    for (let round = 1; round <= rounds; round += 1) {
      const file = path.join(folder, `${round}.backup`);
      const working = [...watchers.map((watcher) => watcher.watch()), ...writers.map((writer) => writer.write())];
      await flowing(watchers);
      await flowing(writers);
      const addresses = round % 2 === 0 ? server.addresses : undefined;
      await takeBackup(file, { dataDir: server.dataDir, addresses });
      await sleep(200);
      [...watchers, ...writers].forEach((one) => one.pause());
      await Promise.all(working);
      for (const [watcher, heartbeats] of all.heartbeats) heartbeats.push(...watcher.takeAcknowledged());
      for (const writer of writers)
        for (const [attemptId, sent] of writer.takeAcknowledged())
          all.answers.set(attemptId, [...(all.answers.get(attemptId) ?? []), ...sent]);
      const dataDir = path.join(folder, `restored-${round}`);
      const { createdAt } = await restoreBackup(file, { dataDir });
      await inspect(dataDir, all, Date.parse(createdAt), report);
      rmSync(dataDir, { recursive: true, force: true });
      log(`round ${round}: ${report.acknowledged} acknowledged before a backup so far, ${report.lost} missing in it`);
    }
    return report;
  } finally {
    removeNote(server.dataDir);
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Everything that was acknowledged so far. */
interface Sofar {
  heartbeats: Map<WatchWriter, Acknowledged[]>;
  answers: Map<string, Sent[]>;
}

/** Candidates with an open attempt each. */
async function openWriters(query: Query, baseUrl: string): Promise<ExamWriter[]> {
  const world = await examWorld(query, { candidates: WRITERS, questions: SLOTS });
  const writers = world.candidates.map((person) => new ExamWriter(baseUrl, person, world.examId, SLOTS));
  await Promise.all(writers.map((writer) => writer.start()));
  return writers;
}

/** Starts the product on what was restored and looks everything up that was acknowledged before `until`. */
async function inspect(
  dataDir: string,
  { heartbeats, answers }: Sofar,
  until: number,
  report: FaultReport,
): Promise<void> {
  const restored = await ProductServer.start({ apps: ['api'], dataDir });
  try {
    await withDatabase(restored.addresses.ownerUrl, async (query) => {
      for (const [{ personId }, sent] of heartbeats) {
        const before = sent.filter(({ at }) => at < until);
        if (before.length === sent.length) report.broken.push('Nobody watched on after the backup: it proves nothing');
        await compare(query, personId, before, report);
      }
      for (const [attemptId, sent] of answers) {
        const before = sent.filter(({ at }) => at < until);
        if (before.length === 0) report.broken.push(`No answer of ${attemptId} before the backup: it proves nothing`);
        await compareAnswers(query, attemptId, before, report);
      }
      await verify(query, report);
    });
    for (const { cookie } of heartbeats.keys()) {
      const hours = await fetch(`${restored.baseUrl}/api/v1/my/hours`, { headers: { cookie } });
      if (hours.status !== 200) report.broken.push(`A learner is answered ${hours.status} on what was restored`);
    }
  } finally {
    await restored.stop();
  }
}
