import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { startEmbedded, type Embedded } from '../embedded/postgres.ts';
import { holdsFormerDemo, setAside } from './former.ts';

const dataDir = mkdtempSync(path.join(tmpdir(), 'dangxiao-former-'));
const put = (name: string) => writeFileSync(path.join(dataDir, name), name);
let server: Embedded;

beforeAll(async () => {
  server = await startEmbedded({ dataDir: path.join(dataDir, 'postgres'), settings: { fsync: 'off' } });
}, 60_000);
afterAll(async () => {
  await server?.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

async function query(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: server.ownerUrl });
  await client.connect();
  await client.query(sql).finally(() => client.end());
}

/** A database with a list of migrations, and of a school what the start asks for. */
async function holding(migration: string, school: string): Promise<boolean> {
  await query(`drop schema public cascade; create schema public;
    create table migrations (id serial, timestamp bigint, name text);
    insert into migrations (timestamp, name) values (1, '${migration}'); ${school}`);
  return holdsFormerDemo(dataDir, server.ownerUrl);
}

const school = (demo: boolean) => `create table school (demo boolean); insert into school values (${demo})`;
const former = 'Foundation1763800000000';

describe('a data folder from before the first release', () => {
  it('holds a demo school only where its school says so', async () => {
    expect(await holdsFormerDemo(dataDir, server.ownerUrl)).toBe(false);
    expect(await holding(former, school(true))).toBe(true);
    expect(await holding(former, school(false))).toBe(false);
    expect(await holding(former, 'create table school (demo boolean)')).toBe(false);
    expect(await holding(former, '')).toBe(false);
    expect(await holding('PeopleFoundation1770000000001', school(true))).toBe(false);
  });

  it('holds a demo school where its load was cut off, and never a province', async () => {
    put('demo-loading');
    expect(await holding(former, 'create table school (demo boolean)')).toBe(true);
    rmSync(path.join(dataDir, 'demo-loading'));
    put('province.json');
    expect(await holding(former, school(true))).toBe(false);
    rmSync(path.join(dataDir, 'province.json'));
  });

  it('gives its school a folder of its own, on the same day another one; everything else stays', async () => {
    await server.stop();
    mkdirSync(path.join(dataDir, 'media'));
    for (const name of ['media/lecture', 'secret', 'ffmpeg-install-tried']) put(name);
    const now = new Date('2026-03-04T05:06:07Z');
    const folder = setAside(dataDir, now);
    expect(folder).toBe(path.join(dataDir, 'set-aside-2026-03-04'));
    expect(readdirSync(folder).sort()).toEqual(['media', 'postgres', 'secret']);
    expect(readFileSync(path.join(folder, 'media/lecture'), 'utf8')).toBe('media/lecture');
    expect(readdirSync(dataDir).sort()).toEqual(['ffmpeg-install-tried', 'set-aside-2026-03-04']);
    put('secret');
    expect(setAside(dataDir, now)).toBe(`${folder}-2`);
    expect(existsSync(path.join(folder, 'postgres/PG_VERSION'))).toBe(true);
  });
});
