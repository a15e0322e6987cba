/**
 * `npm run verify:ledger`: derives every balance, claim, hash chain and covered lesson anew and checks the anchors and the audit log's seals; names the first wrong row and ends with 1.
 * Works on DATABASE_URL (it only reads, so the application's address will do), else on the running start's database, else on the stopped embedded one in DATA_DIR.
 */
import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { startEmbedded } from '../embedded/postgres.ts';
import { runningStart } from '../start/running.ts';
import { root } from '../start/settings.ts';
import { READING, sqlOf } from './connection.ts';
import { startHelpers } from './helpers.ts';
import { schoolKey } from './keys.ts';
import { wrongSeal } from './seals.ts';
import { verifyLedger } from './verify.ts';

const dataDir = path.resolve(root, process.env.DATA_DIR ?? '.data');

async function database(): Promise<{ url: string; stop(): Promise<void> }> {
  const nothing = () => Promise.resolve();
  const url = process.env.DATABASE_URL || runningStart(dataDir)?.appUrl;
  if (url) return { url, stop: nothing };
  const folder = path.join(dataDir, 'postgres');
  if (!existsSync(folder)) {
    throw new Error(`There is no database in ${dataDir}. Set DATABASE_URL or DATA_DIR, or begin with: npm start`);
  }
  const { ownerUrl, stop } = await startEmbedded({ dataDir: folder });
  // The owner's: a folder that was never served has no other login yet.
  return { url: ownerUrl, stop };
}

async function verify(url: string): Promise<boolean> {
  const began = performance.now();
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(READING);
    const snapshot = (await client.query<{ id: string }>('select pg_export_snapshot() as id')).rows[0]?.id ?? '';
    const helpers = startHelpers(url, snapshot, availableParallelism());
    const anchorKey = schoolKey(dataDir, 'anchors');
    const ledger = await verifyLedger(sqlOf(client), anchorKey, helpers.verify, 2 * availableParallelism());
    await helpers.end();
    const log = await wrongSeal(sqlOf(client), schoolKey(dataDir, 'audit-seals'));
    const wrong = ledger.wrong ?? log.wrong;
    if (!wrong) {
      const { people, entries, balances, anchors, lessons, heartbeats } = ledger;
      const seconds = ((performance.now() - began) / 1000).toFixed(1);
      console.log(
        `✔ ${entries} entries of ${people} people, ${balances} balances, ${lessons} lessons from ${heartbeats} heartbeats, ${anchors} anchors, ${log.seals} seals: all as derived (${seconds} s)`,
      );
    } else console.error(`✖ ${wrong.table}: ${wrong.row}: ${wrong.what}`);
    return wrong === null;
  } finally {
    await client.end();
  }
}

try {
  const { url, stop } = await database();
  try {
    process.exitCode = (await verify(url)) ? 0 : 1;
  } finally {
    await stop();
  }
} catch (error) {
  console.error(`✖ ${(error as Error).message}`);
  process.exitCode = 1;
}
