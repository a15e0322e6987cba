import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { startEmbedded, type Embedded } from '../embedded/postgres.ts';
import { removeNote, writeNote } from '../start/running.ts';
import { restoreBackup } from './put-back.ts';
import { takeBackup } from './take.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'dangxiao-backup-'));
const dataDir = path.join(folder, 'school');
const file = path.join(folder, 'school.backup');
let server: Embedded;

beforeAll(async () => {
  server = await startEmbedded({ dataDir: path.join(dataDir, 'postgres') });
  writeNote(dataDir, { pid: process.pid, port: 0, appUrl: server.appUrl, ownerUrl: server.ownerUrl });
  mkdirSync(path.join(dataDir, 'media/a'), { recursive: true });
  writeFileSync(path.join(dataDir, 'media/a/000.ts'), 'segment');
  writeFileSync(path.join(dataDir, 'secret'), 'the root secret', { mode: 0o600 });
}, 60_000);

afterAll(async () => {
  removeNote(dataDir);
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** Writes rows without pause from several connections and collects what was acknowledged. */
function writeWithoutPause(pool: pg.Pool) {
  const acknowledged: { id: number; at: number }[] = [];
  let next = 0;
  let on = true;
  const writers = Array.from({ length: 4 }, async () => {
    while (on) {
      const id = next++;
      await pool.query('insert into heartbeat values ($1, $2)', [id, 'x'.repeat(500)]);
      acknowledged.push({ id, at: Date.now() });
      if (id % 200 === 0) await pool.query('checkpoint');
    }
  });
  return {
    acknowledged,
    async stop() {
      on = false;
      await Promise.all(writers);
    },
  };
}

async function ids(url: string): Promise<Set<number>> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ id: number }>('select id from heartbeat');
  await client.end();
  return new Set(rows.map(({ id }) => id));
}

describe('a backup', () => {
  it('taken while rows are written restores with nothing acknowledged missing', async () => {
    const pool = new pg.Pool({ connectionString: server.ownerUrl });
    await pool.query('create table heartbeat (id int primary key, payload text)');
    const writing = writeWithoutPause(pool);
    while (writing.acknowledged.length < 500) await pool.query('select pg_sleep(0.01)');

    await takeBackup(file, { dataDir });
    await writing.stop();
    await pool.end();

    const restored = path.join(folder, 'restored');
    const { createdAt } = await restoreBackup(file, { dataDir: restored });
    const before = writing.acknowledged.filter(({ at }) => at < Date.parse(createdAt)).map(({ id }) => id);
    expect(before.length).toBeGreaterThan(500);
    expect(before.length).toBeLessThan(writing.acknowledged.length);
    const copy = await startEmbedded({ dataDir: path.join(restored, 'postgres') });
    try {
      const stored = await ids(copy.ownerUrl);
      expect(before.filter((id) => !stored.has(id))).toEqual([]);
      expect(readFileSync(path.join(restored, 'media/a/000.ts'), 'utf8')).toBe('segment');
      expect(readFileSync(path.join(restored, 'secret'), 'utf8')).toBe('the root secret');
    } finally {
      await copy.stop();
    }
  }, 120_000);

  it('is never restored over something', async () => {
    await expect(restoreBackup(file, { dataDir })).rejects.toThrow('is not empty');
  });

  it('that was damaged is refused before anything is put in place', async () => {
    const damaged = path.join(folder, 'cut.backup');
    const bytes = readFileSync(file);
    writeFileSync(damaged, bytes.subarray(0, Math.floor(bytes.length / 2)));
    const target = path.join(folder, 'never');
    await expect(restoreBackup(damaged, { dataDir: target })).rejects.toThrow('cannot be read as a backup');
  });
});
