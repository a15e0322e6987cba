import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { Bulk } from './bulk.ts';
import type { Table } from './tables.ts';
import type { Asked, Made } from './worker.ts';
import type { World } from './world.ts';

const CHUNK = 100;

export interface Written {
  /** How many rows each table got. */
  counts: Map<Table, number>;
  /** Checks what the rows refer to; until then nothing is finished. */
  check(): Promise<void>;
}

/** Has the rows of all people made on every core and writes them. */
export async function writeRecords(url: string, world: World, say: (line: string) => void): Promise<Written> {
  const counts = new Map<Table, number>();
  const bulk = new Bulk(url);
  await bulk.open();
  let next = 0;
  let done = 0;
  let tenths = 0;
  const work = async () => {
    const worker = new Worker(path.join(import.meta.dirname, 'worker.ts'), { workerData: world });
    let broken: Error | undefined;
    worker.once('error', (error: Error) => (broken = error));
    const ask = (): number => {
      const asked: Asked = { from: next, to: Math.min(next + CHUNK, world.people) };
      next = asked.to;
      if (asked.from < asked.to) worker.postMessage(asked);
      return asked.to - asked.from;
    };
    // One chunk is made while another is written.
    const waiting = [ask(), ask()];
    for (let many = waiting.shift() ?? 0; many > 0; many = waiting.shift() ?? 0) {
      const [made] = (await once(worker, 'message')) as [Made];
      if (broken) throw broken;
      waiting.push(ask());
      await bulk.write(made.rows);
      for (const [table, count] of Object.entries(made.counts))
        counts.set(table as Table, (counts.get(table as Table) ?? 0) + count);
      done += many;
      if (Math.floor((done * 10) / world.people) > tenths) {
        tenths = Math.floor((done * 10) / world.people);
        say(`${done.toLocaleString('en')} of ${world.people.toLocaleString('en')} people`);
      }
    }
    await worker.terminate();
  };
  await Promise.all(Array.from({ length: Math.max(1, availableParallelism()) }, work));
  await bulk.close(say);
  return { counts, check: () => bulk.check() };
}
