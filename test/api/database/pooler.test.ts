import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { catalog } from '@dangxiao/contracts';
import { Snapshots } from '../../../apps/api/src/modules/exports/snapshot.ts';
import { UnitOfWork } from '../../../apps/api/src/database/unit-of-work.ts';
import { Standings } from '../../../apps/api/src/modules/reports/standings.ts';
import { recordingProxy, type RecordingProxy } from '../../support/recording-proxy.ts';
import { studySchool, Watcher, type StudySchool } from '../learning/study-school.ts';

/** What leaves something behind in a session: behind a pooler in transaction mode the next transaction does not find it, or meets another's. */
const anywhere = /\bwith hold\b|pg_(try_)?advisory_(unlock|lock)(_shared|_all)?\s*\(|set_config\([^)]*false\s*\)/i;
const atBeginning = /^\s*(listen|unlisten|prepare|deallocate|discard|load|set (?!local|constraints|transaction))\b/i;
const keptTable = /\bcreate (global |local )?temp(?!.*on commit drop)/is;
/** In the sources a part of an update begins with `set` as well. */
const setting =
  /\bset (session|role|time ?zone|statement_timeout|lock_timeout|idle_|work_mem|jit|search_path|enable_|synchronous_commit)/i;
/** This form is turned into `on commit drop` behind a pooler. */
const strangeTable = /\bcreate (global |local )?temp(?!orary table if not exists .*on commit delete rows)/i;

const leavesSomething = (sent: string) =>
  anywhere.test(sent) || sent.split(';').some((statement) => atBeginning.test(statement) || keptTable.test(statement));

const proxies: RecordingProxy[] = [];

/** The product at work, with all its statements going through a recording proxy. */
async function atWork(environment: (through: (url: string) => string, appUrl: string) => Record<string, string>) {
  const proxy = await recordingProxy(process.env.TEST_DATABASE_URL ?? '');
  proxies.push(proxy);
  const school = await studySchool({ environment: (appUrl) => environment(proxy.through, appUrl) });
  await study(school);
  return { school, sent: proxy.sent };
}

async function study(school: StudySchool): Promise<void> {
  const { course, learner } = await school.withCourse([{ durationMs: 60_000 }]);
  await learner.client.call(catalog.listMyCourses, {});
  const watcher = await Watcher.open(learner, course, 0);
  await watcher.send('play', []);
  school.clock.advance(59_000);
  await watcher.send('tick', [[0, 59_000]]);
  await school.get(UnitOfWork).run((tx) => tx.prepared.query('select $1::int', [1]));
  await school.get(Snapshots).run(async ({ batches }) => {
    for await (const _ of batches('select id from person', []));
  });
  await school.get(Standings).recount();
}

describe('with DB_POOLER=transaction', () => {
  let school: StudySchool;
  let sent: RecordingProxy['sent'];
  beforeAll(async () => {
    ({ school, sent } = await atWork((through, appUrl) => ({
      DATABASE_URL: through(appUrl),
      DB_POOLER: 'transaction',
      ROLE: 'all',
    })));
  });
  afterAll(async () => {
    await school.close();
    for (const proxy of proxies) await proxy.close();
  });

  it('no statement has a name, and no start of a connection asks for more than who, where and in which letters', () => {
    expect(sent.statements.length).toBeGreaterThan(50);
    expect([...sent.names]).toEqual([]);
    expect([...sent.startParameters].sort()).toEqual(['application_name', 'client_encoding', 'database', 'user']);
  });

  it('no statement leaves anything behind in its session', () => {
    expect(sent.statements.filter(leavesSomething)).toEqual([]);
  });

  it('new jobs are listened for at the direct address, where one is given', async () => {
    const listens = (statements: readonly string[]) => statements.filter((one) => /^listen/i.test(one)).length;
    expect(listens(sent.statements)).toBe(0);
    const direct = await atWork((through, appUrl) => ({
      DATABASE_DIRECT_URL: through(appUrl),
      DB_POOLER: 'transaction',
      ROLE: 'all',
    }));
    await direct.school.close();
    expect(listens(direct.sent.statements)).toBe(1);
  });

  it('and without it statements of the hot paths are planned once', async () => {
    const plain = await atWork((through, appUrl) => ({ DATABASE_URL: through(appUrl) }));
    await plain.school.close();
    expect(plain.sent.names.size).toBeGreaterThan(3);
  });
});

/**
 * The migration works at the owner's address, which no pooler stands before; so do the schemas, and the lock that `locks.ts` has for a connection
 * of that kind (`lockConnection`, called by the migration and by tests alone). The client turns one kind of table into the other.
 */
const exempt = new Set(['database/migrate.ts', 'database/app-client.ts', 'database/locks.ts']);

test('no statement in the sources is of a session', () => {
  const sources = path.join(import.meta.dirname, '../../../apps/api/src');
  const files = readdirSync(sources, { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.ts') && !/(^|\/)(migrations|schema)\//.test(file) && !exempt.has(file),
  );
  const found = files.filter((file) => {
    const source = readFileSync(path.join(sources, file), 'utf8');
    return (
      [anywhere, setting, strangeTable].some((one) => one.test(source)) || /['`]\s*(listen|unlisten) /i.test(source)
    );
  });
  const lockers = files.filter((file) => readFileSync(path.join(sources, file), 'utf8').includes('lockConnection'));
  expect(files.length).toBeGreaterThan(200);
  expect([found, lockers]).toEqual([[], []]);
});
