import { setTimeout as sleep } from 'node:timers/promises';
import { jest } from '@jest/globals';
import { Batcher } from '../../../apps/api/src/database/batcher.ts';
import { isNotReplicated } from '../../../apps/api/src/database/app-client.ts';
import { UnitOfWork } from '../../../apps/api/src/database/unit-of-work.ts';
import { isDatabaseAway } from '../../../apps/api/src/http/to-api-error.ts';
import { studySchool, Watcher, type StudySchool } from '../learning/study-school.ts';

/**
 * The server waits for a standby that does not exist. A wait that is cancelled ends the commit with the warning that it may not have been
 * replicated; other databases of the tests' server commit without any wait, and never meet this one.
 */
describe('a commit that may not have been replicated', () => {
  let school: StudySchool;
  let watcher: Watcher;
  const insert = `insert into sign_in_throttle values ($1, 1, now())`;
  const stored = async (key: string) =>
    (await school.pg.query('select from sign_in_throttle where key = $1', [key])).length === 1;

  /** Settles `work`; until then ends each wait for the standby by `end`. */
  async function unreplicated(work: Promise<unknown>, end = 'pg_cancel_backend'): Promise<unknown> {
    let over = false;
    const outcome = work.then(
      (result) => result,
      (error: unknown) => error,
    );
    void outcome.then(() => (over = true));
    while (!over) {
      await school.asOwner(
        `select ${end}(pid) from pg_stat_activity where datname = current_database() and wait_event = 'SyncRep'`,
      );
      await sleep(20);
    }
    return outcome;
  }

  beforeAll(async () => {
    school = await studySchool();
    const { course, learner } = await school.withCourse([{ durationMs: 600_000 }]);
    watcher = await Watcher.open(learner, course, 0);
    await watcher.send('play', []);
    const [row] = await school.asOwner('select quote_ident(current_database()) as name');
    await school.asOwner(`alter database ${String(row?.name)} set synchronous_commit = on`);
    await school.asOwner(`alter system set synchronous_standby_names = 'a_standby_that_never_comes'`);
    await school.asOwner('select pg_reload_conf()');
    // what is open already commits as it began
    await school.asOwner(`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and usename = 'dangxiao_app' and state = 'idle'`);
    await sleep(200);
  });
  afterAll(async () => {
    await school.asOwner('alter system reset synchronous_standby_names');
    await school.asOwner('select pg_reload_conf()');
    await school.close();
  });

  it('fails in a transaction, whose hooks do not run', async () => {
    const hook = jest.fn<() => void>();
    const run = school.get(UnitOfWork).run(async (tx) => {
      await tx.execute(insert, ['transaction']);
      tx.afterCommit(hook);
    });
    expect(isNotReplicated(await unreplicated(run))).toBe(true);
    expect([await stored('transaction'), hook.mock.calls.length]).toEqual([true, 0]);
  });

  it.each(['query', 'execute', 'prepared'] as const)('fails in a single statement: %s', async (method) => {
    expect(isNotReplicated(await unreplicated(Promise.resolve<unknown>(school.pg[method](insert, [method]))))).toBe(
      true,
    );
    expect(await stored(method)).toBe(true);
  });

  it('fails for each of a batch, and nothing is tried again, for it would find its row and wait for nothing', async () => {
    const work = jest.fn(async (items: readonly string[]) => {
      for (const item of items) await school.pg.execute(`${insert} on conflict do nothing`, [item]);
      return items;
    });
    const batcher = new Batcher(work);
    const both = Promise.allSettled(['a', 'b'].map((key) => batcher.add(key, key)));
    const outcomes = (await unreplicated(both)) as PromiseSettledResult<string>[];
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(work).toHaveBeenCalledTimes(1);
  });

  it('is answered so that a device keeps its heartbeat and sends it again', async () => {
    school.clock.advance(10_000);
    const sent = await unreplicated(watcher.send('tick', [[0, 10_000]]));
    expect(sent).toMatchObject({ status: 503, code: 'overloaded' });
  });

  it('fails as well when the connection is lost while it waits', async () => {
    const run = school.get(UnitOfWork).run((tx) => tx.execute(insert, ['lost']));
    expect(isDatabaseAway(await unreplicated(run, 'pg_terminate_backend'))).toBe(true);
  });

  it('leaves the connection good for the next statement', async () => {
    const failed = await unreplicated(school.pg.execute(insert, ['before']));
    expect(isNotReplicated(failed)).toBe(true);
    await school.asOwner('alter system reset synchronous_standby_names');
    await school.asOwner('select pg_reload_conf()');
    await sleep(200);
    expect(await school.pg.execute(insert, ['after'])).toBe(1);
    expect(await watcher.resend(2, 'tick', [[0, 10_000]])).toMatchObject({ seq: 2 });
  });
});
