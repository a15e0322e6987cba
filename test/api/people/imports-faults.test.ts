import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { people } from '@dangxiao/contracts';
import pg from 'pg';
import { buildStale } from '../../../tools/start/build.ts';
import { root } from '../../../tools/start/settings.ts';
import { ImportSchool } from './import-school.ts';
import { csv, identityNumber, phone } from '../../support/tables.ts';

const PEOPLE = 2_000;
const head = ['姓名', '组织编码', '人员类别', '手机号', '身份证号'];
const rows = Array.from({ length: PEOPLE }, (_, at) => [
  `人${at}`,
  at % 2 ? 'L1' : 'L2',
  '正式党员',
  phone(at),
  identityNumber(at),
]);

/** P1 for imports: a worker that dies while it imports leaves nothing; the next one imports everything once. */
describe('an import whose worker is killed', () => {
  let school: ImportSchool;
  const workers: ChildProcess[] = [];
  beforeAll(async () => {
    await buildStale(['api']);
    school = await ImportSchool.open();
  }, 120_000);
  afterAll(async () => {
    for (const worker of workers) worker.kill('SIGKILL');
    await school.t.close();
  });

  function startWorker(): ChildProcess {
    const env = {
      ...process.env,
      NODE_ENV: 'test',
      NODE_OPTIONS: '',
      DATABASE_URL: school.t.addresses.appUrl,
      DATA_DIR: school.t.dataDir,
      SECRET_KEY: 'the secret of the tests, which guards nothing',
      ROLE: 'jobs',
      PORT: '0',
      LOG_LEVEL: 'error',
    };
    const worker = fork(path.join(root, 'apps/api/dist/main.js'), { env, execArgv: [], stdio: 'ignore' });
    workers.push(worker);
    return worker;
  }
  async function until<Value>(ask: () => Promise<Value>, holds: (value: Value) => boolean): Promise<Value> {
    for (const end = Date.now() + 60_000; ;) {
      const value = await ask();
      if (holds(value)) return value;
      if (Date.now() > end) throw new Error(`Still ${JSON.stringify(value)}`);
      await sleep(50);
    }
  }

  it('is there as a whole or not at all', async () => {
    const first = startWorker();
    const id = await school.begin('people', csv([head, ...rows]), { name: 'people.csv' });
    const view = await until(
      () => school.see(id),
      ({ state }) => state === 'checked',
    );
    expect(view.counts).toMatchObject({ create: PEOPLE, wrong: 0 });
    // somebody holds an organization, so that the worker stands still in the middle of its transaction
    const holder = new pg.Client({ connectionString: school.t.addresses.ownerUrl });
    holder.on('error', () => undefined);
    await holder.connect();
    await holder.query(`begin; select from organization where code = 'L1' for update`);
    await school.administrator.client.call(people.commitImport, {
      params: { importId: id },
      body: { revision: view.revision },
    });
    const waiting = `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock' and query like '%insert into person%'`;
    await until(
      async () => (await school.t.asOwner(waiting)).length,
      (n) => n > 0,
    );
    first.kill('SIGKILL');
    await once(first, 'exit');
    await holder.query('rollback');
    await holder.end();
    await until(
      async () => (await school.t.asOwner(waiting)).length,
      (n) => n === 0,
    );
    await sleep(300);
    expect(await school.count('person')).toBe(0);
    expect(await school.see(id)).toMatchObject({ state: 'committing', counts: { create: PEOPLE } });
    // another worker takes the job when the first has been silent for long enough (see jobs.test); here it is told at once
    await school.work(id);
    expect(await school.see(id)).toMatchObject({ state: 'committed', counts: { create: PEOPLE } });
    expect(await school.count('person')).toBe(PEOPLE);
    expect(await school.count('membership')).toBe(PEOPLE);
    await school.work(id);
    expect(await school.count('person')).toBe(PEOPLE);
    expect(await school.undo(id)).toMatchObject({ state: 'undone' });
    expect(await school.count('person')).toBe(0);
  }, 120_000);
});
