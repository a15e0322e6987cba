import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { restoreBackup } from '../../../tools/backup/put-back.ts';
import { takeBackup } from '../../../tools/backup/take.ts';
import { emptyDatabase, ownerQuery } from '../../support/test-database.ts';
import { studySchool, Watcher, type StudySchool } from './study-school.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'dangxiao-tables-'));
const file = path.join(folder, 'school.backup');
const dataDir = path.join(folder, 'school');
let school: StudySchool;
let target: Awaited<ReturnType<typeof emptyDatabase>>;

/** A learner with a completed lecture and its hours, jobs in the queue, an administrator's audited writes. */
beforeAll(async () => {
  school = await studySchool();
  target = await emptyDatabase();
  const { course, learner } = await school.withCourse([{ durationMs: 60_000 }]);
  const watcher = await Watcher.open(learner, course, 0);
  await watcher.send('play', []);
  school.clock.advance(60_000);
  await watcher.send('end', [[0, 60_000]]);
  await school.asOwner(`insert into pgboss.queue (name, policy, retry_limit, retry_delay, retry_backoff, expire_seconds, retention_seconds,
      deletion_seconds, partition, table_name) values ('a.queue', 'standard', 2, 0, false, 900, 900, 900, false, 'job_common')
    on conflict do nothing`);
  await school.asOwner(`insert into pgboss.job (name, data) values ('a.queue', '{"kept": "一"}')`);
  mkdirSync(path.join(dataDir, 'media'), { recursive: true });
  writeFileSync(path.join(dataDir, 'media/000.ts'), 'segment');
});
afterAll(async () => {
  await school?.close();
  await target?.drop();
  rmSync(folder, { recursive: true, force: true });
});

/** Number and checksum of the rows of each table, then definitions of everything else. */
async function everything(url: string): Promise<Record<string, unknown>> {
  const tables = await ownerQuery(
    url,
    `select oid::regclass::text as name from pg_class where relkind in ('r', 'p') and not relispartition
       and relnamespace = 'public'::regnamespace or oid in ('pgboss.queue'::regclass, 'pgboss.job'::regclass) order by 1`,
  );
  const rows: Record<string, unknown> = {};
  for (const { name } of tables) {
    const [found] = await ownerQuery(
      url,
      `select count(*)::int as rows, md5(string_agg(t::text, e'\\n' order by t::text)) as sum from ${String(name)} t`,
    );
    if (name !== 'migrations') rows[String(name)] = found;
  }
  rows.triggers = await ownerQuery(
    url,
    `select tgrelid::regclass::text as "table", tgname, tgenabled from pg_trigger where not tgisinternal order by 1, 2`,
  );
  rows.constraints = await ownerQuery(
    url,
    `select conrelid::regclass::text as "table", conname, pg_get_constraintdef(oid) as definition, convalidated from pg_constraint order by 1, 2`,
  );
  return rows;
}

describe('a backup of a database elsewhere', () => {
  it('holds every row, and is restored into an empty database with every guard in place', async () => {
    await takeBackup(file, { dataDir, addresses: school.addresses });
    const restored = path.join(folder, 'restored');
    const manifest = await restoreBackup(file, { dataDir: restored, addresses: target });
    expect(manifest).toMatchObject({ kind: 'tables', postgres: 18 });
    const [before, after] = [await everything(school.addresses.ownerUrl), await everything(target.ownerUrl)];
    expect(before).toMatchObject({
      credit_entry: { rows: 1 },
      watch_heartbeat: { rows: 2 },
      'pgboss.job': { rows: 1 },
    });
    expect(after).toEqual(before);
    expect(readFileSync(path.join(restored, 'media/000.ts'), 'utf8')).toBe('segment');
    for (const sql of ['update credit_entry set hours = 9', 'truncate watch_heartbeat cascade'])
      await expect(ownerQuery(target.ownerUrl, sql)).rejects.toThrow('append-only');
  }, 120_000);

  it('is refused when it was made before the first release', async () => {
    const fresh = await emptyDatabase();
    try {
      await school.asOwner(
        `insert into migrations (timestamp, name) values (1763800000000, 'Foundation1763800000000')`,
      );
      const old = path.join(folder, 'old.backup');
      await takeBackup(old, { dataDir, addresses: school.addresses });
      await expect(restoreBackup(old, { dataDir: path.join(folder, 'old'), addresses: fresh })).rejects.toThrow(
        'This backup was made before the first release',
      );
    } finally {
      await fresh.drop();
    }
  }, 120_000);

  it('is never restored over something', async () => {
    const place = { dataDir: path.join(folder, 'other'), addresses: school.addresses };
    await expect(restoreBackup(file, place)).rejects.toThrow('The database at DATABASE_OWNER_URL is not empty');
  });
});
