import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { accounts, people, type ImportState } from '@dangxiao/contracts';
import { HttpClient } from '../../../tools/support/http-client.ts';
import { run } from '../../../tools/start/children.ts';
import { root } from '../../../tools/start/settings.ts';
import type { ProductServer } from '../../support/server.ts';
import { identityNumber, phone, xlsx } from '../../support/tables.ts';
import { figuresOf } from './measure.ts';
import { peakMb } from './memory.ts';
import type { ProvinceBench, Row } from './types.ts';

const PEOPLE = 100_000;
const ORGANIZATIONS = 10_000;
const MOST_SECONDS = 60;
const MOST_MEMORY_MB = 600;
const A_BRANCH = 50;

const surnames = [...'王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗'];
const given = [...'建国秀英志强桂兰德明文静海燕永福春梅立新玉华'];
const nameOf = (at: number) =>
  `${surnames[at % surnames.length]}${given[Math.floor(at / 7) % given.length]}${given[Math.floor(at / 131) % given.length]}`;

/** A table of so many people in the branches of `organizationTable`, as a table program would send it. */
export function peopleTable(count: number): Promise<Buffer> {
  const head = ['姓名', '组织编码', '人员类别', '职务', '手机号', '身份证号'];
  const rows = Array.from({ length: count }, (_, at) => [
    nameOf(at),
    `B${Math.floor(at / A_BRANCH)}`,
    at % 9 ? '正式党员' : '预备党员',
    at % A_BRANCH ? '' : '支部书记',
    phone(at),
    identityNumber(at),
  ]);
  return xlsx([head, ...rows]);
}

/** Committees with a hundred branches each. */
export function organizationTable(branches: number): Promise<Buffer> {
  const head = ['组织名称', '组织编码', '组织类型', '上级组织编码'];
  const committees = Array.from({ length: Math.ceil(branches / 100) }, (_, at) => [
    `第${at + 1}街道党工委`,
    `C${at}`,
    '党委',
    '',
  ]);
  const below = Array.from({ length: branches }, (_, at) => [
    `第${at + 1}社区党支部`,
    `B${at}`,
    '党支部',
    `C${Math.floor(at / 100)}`,
  ]);
  return xlsx([head, ...committees, ...below]);
}

/** Seconds of an import, from the first byte of the upload to the last row. */
export interface ImportTimes {
  upload: number;
  read: number;
  check: number;
  commit: number;
  total: number;
}

/** Brings in a table as an administrator at the console would, without looking: upload, wait for the check, import. */
export async function importTable(
  client: HttpClient,
  kind: 'people' | 'organizations',
  organizationId: string,
  table: Buffer,
): Promise<ImportTimes> {
  const marks = [performance.now()];
  const uploadId = await client.upload(`${kind}.xlsx`, table);
  const { id: importId } = await client.call(people.createImport, { body: { kind, organizationId, uploadId } });
  marks.push(performance.now());
  const until = async (...states: ImportState[]) => {
    for (;;) {
      const view = await client.call(people.getImport, { params: { importId } });
      if (states.includes(view.state)) return view;
      if (view.state === 'rejected' || (view.counts?.wrong ?? 0) > 0) throw new Error(JSON.stringify(view));
      await sleep(50);
    }
  };
  await until('checking', 'checked');
  marks.push(performance.now());
  const { revision } = await until('checked');
  marks.push(performance.now());
  await client.call(people.commitImport, { params: { importId }, body: { revision } });
  const done = await until('committed', 'checked');
  if (done.state !== 'committed') throw new Error(JSON.stringify(done));
  marks.push(performance.now());
  const seconds = (from: number, to: number) => Number((((marks[to] ?? 0) - (marks[from] ?? 0)) / 1000).toFixed(2));
  return {
    upload: seconds(0, 1),
    read: seconds(1, 2),
    check: seconds(2, 3),
    commit: seconds(3, 4),
    total: seconds(0, 4),
  };
}

/** Opens a school on a fresh server. @returns its first administrator, signed in, and its root */
async function openSchool(server: ProductServer): Promise<{ client: HttpClient; rootId: string }> {
  const program = path.join(root, 'apps/api/dist/cli/create-administrator.js');
  const { code } = JSON.parse(await run([program, 'importer', '测试党校'], server.environment())) as { code: string };
  const client = new HttpClient(server.baseUrl);
  await client.call(accounts.activate, { body: { code, login: 'importer', password: 'import-bench-1' } });
  const notice = await client.call(accounts.privacyNotice);
  await client.call(accounts.giveConsent, { body: { version: notice.version } });
  const { items } = await client.call(people.listOrganizations);
  return { client, rootId: items[0]?.id ?? '' };
}

/** How long others wait meanwhile: a light request every 100 ms. */
async function others(client: HttpClient, isDone: () => boolean): Promise<number[]> {
  const times: number[] = [];
  while (!isDone()) {
    const began = performance.now();
    await client.call(accounts.me);
    times.push(performance.now() - began);
    await sleep(100);
  }
  return times;
}

/** 10,000 organizations, then 100,000 people, into an empty school; HTTP and jobs share one process here. */
export const imports: ProvinceBench = async function* ({ fresh }) {
  const server = await fresh();
  const { client, rootId } = await openSchool(server);
  const tree = await importTable(client, 'organizations', rootId, await organizationTable(ORGANIZATIONS));
  yield {
    name: 'import 10,000 organizations',
    ours: { seconds: tree.total },
    reference: null,
    ratio: null,
    goal: '—',
    ok: true,
  };
  const table = await peopleTable(PEOPLE);
  let done = false;
  const waiting = others(client, () => done);
  const times = await importTable(client, 'people', rootId, table).finally(() => (done = true));
  const { p95Ms } = figuresOf(await waiting);
  const memoryMb = peakMb(server.api?.pid ?? 0);
  const part = (name: string, seconds: number): Row => ({
    name: `import 100,000 people: ${name}`,
    ours: { seconds },
    reference: null,
    ratio: null,
    goal: '—',
    ok: true,
  });
  yield part('upload', times.upload);
  yield part('parse and seal', times.read);
  yield part('dry run', times.check);
  yield part('commit', times.commit);
  yield {
    name: 'import 100,000 people',
    ours: { seconds: times.total, memoryMb, p95Ms },
    reference: null,
    ratio: null,
    goal: `≤ ${MOST_SECONDS} s, ≤ ${MOST_MEMORY_MB} MB`,
    ok: times.total <= MOST_SECONDS && memoryMb <= MOST_MEMORY_MB,
  };
};
