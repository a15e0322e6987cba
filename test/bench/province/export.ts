import { setTimeout as sleep } from 'node:timers/promises';
import { EXPORT_COLUMNS, exports, type ExportKind } from '@dangxiao/contracts';
import type { HttpClient } from '../../../tools/support/http-client.ts';
import { forgetPeak, peakMb } from './memory.ts';
import type { ProvinceBench } from './types.ts';

const MOST_SECONDS = 30;
const MOST_MEMORY_MB = 300;
/** Whole tables of the school, with every column. */
const KINDS: readonly ExportKind[] = ['people', 'standings'];

/** Asks for a whole table and waits for its file. @returns its rows and the seconds that it took */
async function made(client: HttpClient, kind: ExportKind): Promise<{ id: string; rows: number; seconds: number }> {
  const began = performance.now();
  const { id } = await client.call(exports.createExport, { body: { kind, columns: [...EXPORT_COLUMNS[kind]] } });
  for (;;) {
    const { items } = await client.call(exports.listExports);
    const view = items.find((item) => item.id === id);
    if (view?.state === 'ready')
      return { id, rows: view.rowsDone, seconds: Number(((performance.now() - began) / 1000).toFixed(2)) };
    if (view?.state !== 'waiting' && view?.state !== 'running') throw new Error(`The export ended as ${view?.state}`);
    await sleep(100);
  }
}

/** Tables of 100,000 rows as Excel files, and the most memory that the process which makes them has meanwhile. */
export const exportTables: ProvinceBench = async function* ({ big }) {
  const client = await big.signIn('admin');
  const pid = big.jobs.pid ?? 0;
  for (const kind of KINDS) {
    forgetPeak(pid);
    const { id, rows, seconds } = await made(client, kind);
    const memoryMb = peakMb(pid);
    await client.call(exports.deleteExport, { params: { exportId: id } });
    yield {
      name: `export ${rows.toLocaleString('en')} rows: ${kind}`,
      ours: { seconds, memoryMb },
      reference: null,
      ratio: null,
      goal: `≤ ${MOST_SECONDS} s, ≤ ${MOST_MEMORY_MB} MB`,
      ok: seconds <= MOST_SECONDS && memoryMb <= MOST_MEMORY_MB,
    };
  }
};
