/** A worker thread: makes the rows of the people that it is asked for. */
import { parentPort, workerData } from 'node:worker_threads';
import { Days } from './days.ts';
import { Sealing } from './person.ts';
import { noRows } from './rows.ts';
import { tableNames, type Table } from './tables.ts';
import type { World } from './world.ts';
import { writePerson } from './write-person.ts';

export interface Asked {
  from: number;
  to: number;
}
export interface Made {
  rows: Partial<Record<Table, Uint8Array<ArrayBuffer>>>;
  counts: Record<Table, number>;
}

const world = workerData as World;
const days = new Days(world.zone, world.openedAt, world.until);
const sealing = new Sealing(world.secret);

const rows = noRows();

parentPort?.on('message', ({ from, to }: Asked) => {
  for (const table of tableNames) rows[table].clear();
  for (let number = from; number < to; number += 1) writePerson(world, days, sealing, number, rows);
  const counts = Object.fromEntries(tableNames.map((name) => [name, rows[name].rows])) as Made['counts'];
  const made: Made = { rows: {}, counts };
  for (const table of tableNames) if (rows[table].rows > 0) made.rows[table] = rows[table].take();
  parentPort?.postMessage(
    made,
    Object.values(made.rows).map((bytes) => bytes.buffer),
  );
});
