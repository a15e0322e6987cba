import { setTimeout as sleep } from 'node:timers/promises';
import { exports, type BodyInput } from '@dangxiao/contracts';
import { readXlsx } from 'hucre/xlsx';
import type { Client } from '../../support/client.ts';

export type Body = BodyInput<typeof exports.createExport>;

/** Waits for the job, at most 30 s. */
export async function ended(client: Client, exportId: string) {
  for (let turn = 0; turn < 300; turn += 1) {
    const { items } = await client.call(exports.listExports, { query: { limit: 100 } });
    const view = items.find(({ id }) => id === exportId);
    if (!view) throw new Error('The export is not in the list');
    if (view.state !== 'waiting' && view.state !== 'running') return view;
    await sleep(100);
  }
  throw new Error('The export does not end');
}

/** Asks for an export, waits for its file, and reads it with another program's eyes. */
export async function exported(client: Client, body: Body) {
  const { id } = await client.call(exports.createExport, { body });
  const view = await ended(client, id);
  if (view.state !== 'ready') throw new Error(`The export ended as ${view.state} ${view.failure}`);
  const answer = await client.answer(exports.downloadExport, { params: { exportId: id } });
  if (answer.status !== 200) throw new Error(`The download answered ${answer.status}`);
  const [cover, table] = (await readXlsx(answer.bytes, { readStyles: true })).sheets;
  return {
    view,
    headers: answer.headers,
    cover: Object.fromEntries((cover?.rows ?? []).slice(2).map(([label, value]) => [String(label), String(value)])),
    header: table?.rows[0] ?? [],
    rows: (table?.rows ?? []).slice(1),
    bytes: answer.bytes,
  };
}
