import { randomInt } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { ProductServer } from '../support/server.ts';
import { withDatabase } from './database.ts';
import { flowing } from './flowing.ts';
import type { FaultReport } from './report.ts';
import { compare, openWatchers, verify } from './watchers.ts';

/**
 * P1: learners watch without pause while, round by round, the API process or PostgreSQL is killed with -9 and started again. Every acknowledged
 * heartbeat must be stored, its coverage and its award with it; each lesson pays once; the ledger must verify.
 */
export async function watching(rounds: number, log: (line: string) => void = console.log): Promise<FaultReport> {
  const server = await ProductServer.start({ apps: ['api'] });
  const report: FaultReport = { acknowledged: 0, stored: 0, lost: 0, doubled: 0, broken: [] };
  try {
    const watchers = await withDatabase(server.addresses.ownerUrl, (query) => openWatchers(query, server.baseUrl));
    for (let round = 1; round <= rounds; round += 1) {
      const victim = round % 2 === 1 ? 'API' : 'database';
      const working = watchers.map((watcher) => watcher.watch());
      await flowing(watchers);
      await sleep(randomInt(0, 300));
      await (victim === 'API' ? server.killApi() : server.killDatabase());
      await sleep(randomInt(0, 300));
      await (victim === 'API' ? server.startApi() : server.startDatabase());
      await sleep(200);
      watchers.forEach((watcher) => watcher.pause());
      await Promise.all(working);
      await withDatabase(server.addresses.ownerUrl, async (query) => {
        for (const watcher of watchers) await compare(query, watcher.personId, watcher.takeAcknowledged(), report);
      });
      log(`round ${round}: killed the ${victim}; ${report.acknowledged} acknowledged so far, ${report.lost} lost`);
    }
    await withDatabase(server.addresses.ownerUrl, (query) => verify(query, report));
    return report;
  } finally {
    await server.stop();
  }
}
