import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { restoreBackup } from '../../tools/backup/put-back.ts';
import { takeBackup } from '../../tools/backup/take.ts';
import { removeNote, writeNote } from '../../tools/start/running.ts';
import { ProductServer } from '../support/server.ts';
import { withDatabase } from './database.ts';
import type { FaultReport } from './report.ts';
import { compare, flowing, openWatchers, verify } from './watchers.ts';
import type { Acknowledged, WatchWriter } from './watch-writer.ts';

/**
 * Learners watch without pause while a backup is taken, round by round; each is restored into an empty folder, where the product starts on it.
 * Every beat and award acknowledged before the backup's instant must be there, the ledger must verify, and the learners go on.
 */
export async function backup(rounds: number, log: (line: string) => void = console.log): Promise<FaultReport> {
  const server = await ProductServer.start({ apps: ['api'] });
  const folder = mkdtempSync(path.join(tmpdir(), 'dangxiao-backup-'));
  const report: FaultReport = { acknowledged: 0, stored: 0, lost: 0, doubled: 0, broken: [] };
  try {
    writeNote(server.dataDir, { pid: process.pid, port: 0, databaseUrl: server.databaseUrl });
    const watchers = await withDatabase(server.databaseUrl, (query) => openWatchers(query, server.baseUrl));
    const all = new Map<WatchWriter, Acknowledged[]>(watchers.map((watcher) => [watcher, []]));
    for (let round = 1; round <= rounds; round += 1) {
      const file = path.join(folder, `${round}.backup`);
      const working = watchers.map((watcher) => watcher.watch());
      await flowing(watchers);
      await takeBackup(file, { dataDir: server.dataDir });
      await sleep(200);
      watchers.forEach((watcher) => watcher.pause());
      await Promise.all(working);
      for (const [watcher, beats] of all) beats.push(...watcher.takeAcknowledged());
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

/** Starts the product on what was restored and looks everything up that was acknowledged before `until`. */
async function inspect(
  dataDir: string,
  all: ReadonlyMap<WatchWriter, readonly Acknowledged[]>,
  until: number,
  report: FaultReport,
): Promise<void> {
  const restored = await ProductServer.start({ apps: ['api'], dataDir });
  try {
    await withDatabase(restored.databaseUrl, async (query) => {
      for (const [{ personId }, beats] of all) {
        const before = beats.filter(({ at }) => at < until);
        if (before.length === beats.length) report.broken.push('Nobody watched on after the backup: it proves nothing');
        await compare(query, personId, before, report);
      }
      await verify(query, report);
    });
    for (const { cookie } of all.keys()) {
      const hours = await fetch(`${restored.baseUrl}/api/v1/my/hours`, { headers: { cookie } });
      if (hours.status !== 200) report.broken.push(`A learner is answered ${hours.status} on what was restored`);
    }
  } finally {
    await restored.stop();
  }
}
