import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { connect } from 'node:net';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { isAlive } from './leftovers.ts';
import { startEmbedded } from './postgres.ts';

interface Served {
  child: ChildProcess;
  ownerUrl: string;
  port: number;
  pid: number;
}

async function serve(dataDir: string): Promise<Served> {
  const args = ['--disable-warning=ExperimentalWarning', join(import.meta.dirname, 'serve.ts'), dataDir];
  const child = spawn(process.execPath, args, { env: { ...process.env, NODE_OPTIONS: '' } });
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  return { child, ...(JSON.parse(line.toString()) as Omit<Served, 'child'>) };
}

async function query<Row>(url: string, sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query(sql)).rows as Row[];
  } finally {
    await client.end();
  }
}

function answers(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port });
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.setTimeout(1000, () => resolve(false)).once('close', () => resolve(false));
  }).then((reached) => reached === true);
}

describe('the embedded PostgreSQL', () => {
  const folder = mkdtempSync(join(tmpdir(), 'dangxiao-embedded-'));
  const dataDir = join(folder, 'postgres');
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('keeps its data, sorts by pinyin, and is reached from this machine only, with a password', async () => {
    const first = await startEmbedded({ dataDir });
    await query(first.ownerUrl, 'create table kept as select 42 as answer');
    const outside = Object.values(networkInterfaces()).flatMap((list) => list ?? []);
    const addresses = outside.filter((one) => one.family === 'IPv4' && !one.internal).map((one) => one.address);
    for (const address of addresses) expect(await answers(address, first.port)).toBe(false);
    await expect(query(first.ownerUrl.replace(/:[^:@/]+@/, ':wrong@'), 'select 1')).rejects.toThrow(
      /password authentication/,
    );
    await first.stop();
    expect(isAlive(first.pid)).toBe(false);

    const second = await startEmbedded({ dataDir });
    expect(await query(second.ownerUrl, 'select answer from kept')).toEqual([{ answer: 42 }]);
    const names = await query<{ name: string }>(
      second.ownerUrl,
      `select unnest('{张,王,李,啊}'::text[]) as name order by 1`,
    );
    expect(names.map((row) => row.name).join('')).toBe('啊李王张');
    await second.stop();
    expect([new URL(first.appUrl).username, second.appUrl.includes(new URL(first.appUrl).password)]).toEqual([
      'dangxiao_app',
      true,
    ]);
    for (const name of ['dangxiao.password', 'dangxiao_app.password'])
      expect(statSync(join(dataDir, name)).mode & 0o777).toBe(0o600);
  }, 60_000);

  it('takes the place of a server whose parent was killed', async () => {
    const orphaned = await serve(dataDir);
    orphaned.child.kill('SIGKILL');
    await once(orphaned.child, 'exit');
    const next = await startEmbedded({ dataDir });
    expect(isAlive(orphaned.pid)).toBe(false);
    expect(await query(next.ownerUrl, 'select answer from kept')).toEqual([{ answer: 42 }]);
    await next.stop();
  }, 60_000);

  it('recovers when parent and server were killed at once', async () => {
    const killed = await serve(dataDir);
    await query(killed.ownerUrl, 'insert into kept values (43)');
    killed.child.kill('SIGKILL');
    process.kill(killed.pid, 'SIGKILL');
    await once(killed.child, 'exit');
    const next = await startEmbedded({ dataDir });
    expect(await query(next.ownerUrl, 'select answer from kept order by 1')).toEqual([{ answer: 42 }, { answer: 43 }]);
    await next.stop();
  }, 60_000);

  it('refuses a folder that another process serves, and leaves that one alone', async () => {
    const served = await serve(dataDir);
    const again = startEmbedded({ dataDir });
    await expect(again).rejects.toThrow(`already run by process ${served.child.pid}`);
    expect(await query(served.ownerUrl, 'select 1 as one')).toEqual([{ one: 1 }]);
    served.child.kill('SIGKILL');
    process.kill(served.pid, 'SIGINT');
  }, 60_000);

  it("says what the server's log says when it does not start", async () => {
    const settings = { shared_buffers: 'nonsense' };
    await expect(startEmbedded({ dataDir: join(folder, 'broken'), settings })).rejects.toThrow(
      /log says:\n.*shared_buffers/,
    );
    expect(readFileSync(join(folder, 'broken', 'PG_VERSION'), 'utf8').trim()).toBe('18');
  }, 60_000);
});
