import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { Secrets } from '../../../apps/api/src/config/secrets.ts';
import { Pg } from '../../../apps/api/src/database/pg.ts';
import { UnitOfWork } from '../../../apps/api/src/database/unit-of-work.ts';
import { AnchorJob } from '../../../apps/api/src/modules/credits/anchor-job.ts';
import { Ledger } from '../../../apps/api/src/modules/credits/ledger.ts';
import { verifyLedger } from '../../../tools/verify-ledger/verify.ts';
import type { Node } from '../../support/factories.ts';
import { publishedCourse } from '../../support/study.ts';
import { testApp, type TestApp } from '../../support/test-app.ts';
import { Watcher } from '../learning/study-school.ts';

let app: TestApp;
let people: string[];
let root: Node;

/** Entries of two people over two days, each day anchored. */
beforeAll(async () => {
  app = await testApp();
  const { root: top, administrator } = await app.make.school();
  root = top;
  people = [];
  for (let n = 0; n < 2; n += 1) people.push((await app.make.person({ organization: top })).personId);
  const ledger = app.get(Ledger);
  for (let day = 0; day < 2; day += 1) {
    for (const personId of people)
      for (let n = 0; n < 3; n += 1)
        await app.get(UnitOfWork).run((tx) =>
          ledger.award(tx, {
            personId,
            counter: 'online',
            hours: '0.50',
            effectiveAt: app.clock.now(),
            sourceKind: 'exam',
            sourceId: `00000000-0000-7000-8000-00000000000${day * 3 + n}`,
            policyVersion: 1,
            evidence: { day },
            recordedBy: administrator.accountId,
          }),
        );
    app.clock.advance(86_400_000);
    await app.get(AnchorJob).run();
    await app.get(AnchorJob).run();
  }
});
afterAll(() => app.close());

const key = () => app.get(Secrets).key('anchors');
const verify = async () => (await verifyLedger(app.get(Pg), key())).wrong;

const books = ['credit_entry', 'credit_chain', 'credit_balance', 'credit_claim', 'credit_anchor'];

/** Tampers as the table's owner, who can disarm the triggers, looks, and puts everything back. */
async function tampered(sql: string, tables = books): Promise<{ table: string; row: string; what: string } | null> {
  for (const table of tables) await app.asOwner(`create table kept_${table} as table ${table}`);
  await app.asOwner(`set session_replication_role = replica; ${sql}`);
  try {
    return await verify();
  } finally {
    for (const table of tables)
      await app.asOwner(
        `set session_replication_role = replica; delete from ${table}; insert into ${table} table kept_${table}; drop table kept_${table}`,
      );
  }
}
const first = () => [...people].sort()[0] ?? '';
const ofFirst = () => `person_id = '${first()}'`;

describe('verify:ledger', () => {
  it('finds nothing wrong, and signs each day once', async () => {
    const report = await verifyLedger(app.get(Pg), key());
    expect(report).toEqual({ people: 2, entries: 12, balances: 2, anchors: 2, lessons: 0, heartbeats: 0, wrong: null });
  });

  it.each<[string, () => string, string, RegExp]>([
    [
      'changed hours',
      () => `update credit_entry set hours = 9 where ${ofFirst()} and seq = 4`,
      'credit_entry',
      /changed/,
    ],
    [
      'changed evidence',
      () => `update credit_entry set evidence = '{}' where ${ofFirst()} and seq = 2`,
      'credit_entry',
      /changed/,
    ],
    [
      'a moved year',
      () => `update credit_entry set year = 2025 where ${ofFirst()} and seq = 2`,
      'credit_entry',
      /changed/,
    ],
    ['an entry taken out', () => `delete from credit_entry where ${ofFirst()} and seq = 3`, 'credit_entry', /sequence/],
    ['a cut tail', () => `delete from credit_entry where ${ofFirst()} and seq = 6`, 'credit_entry', /cut/],
    [
      'a cut tail with head, balance and claim set to match',
      () => `delete from credit_claim where entry_id in (select id from credit_entry where ${ofFirst()} and seq = 6);
        delete from credit_entry where ${ofFirst()} and seq = 6;
        update credit_chain set seq = 5, hash = (select hash from credit_entry where ${ofFirst()} and seq = 5) where ${ofFirst()};
        update credit_balance set hours = 2.5 where ${ofFirst()}`,
      'credit_anchor',
      /12 entries up to its day, the ledger has 11/,
    ],
    ['a changed head', () => `update credit_chain set hash = 'x' where ${ofFirst()}`, 'credit_entry', /cut/],
    [
      'a head that lags',
      () =>
        `update credit_chain set seq = 5, hash = (select hash from credit_entry where ${ofFirst()} and seq = 5) where ${ofFirst()}`,
      'credit_chain',
      /ends with 6/,
    ],
    [
      'a changed balance',
      () => `update credit_balance set hours = 40 where ${ofFirst()}`,
      'credit_balance',
      /says 40.00, the entries sum up to 3.00/,
    ],
    [
      'a balance from nowhere',
      () => `insert into credit_balance values ('${first()}', 2020, 'centralised', 8)`,
      'credit_balance',
      /0.00/,
    ],
    ['a missing balance', () => `delete from credit_balance where ${ofFirst()}`, 'credit_balance', /nothing/],
    [
      'a freed claim',
      () => `delete from credit_claim where ${ofFirst()} and source_id::text like '%1'`,
      'credit_claim',
      /none/,
    ],
    [
      'a changed anchor',
      () => `update credit_anchor set entries = 1 where day = '2026-03-02'`,
      'credit_anchor',
      /changed/,
    ],
    ['a removed anchor', () => `delete from credit_anchor where day = '2026-03-02'`, 'credit_anchor', /missing/],
  ])('names the first wrong row: %s', async (_, sql, table, what) => {
    const wrong = await tampered(sql());
    expect(wrong).toMatchObject({ table, what: expect.stringMatching(what) });
    if (table !== 'credit_anchor') expect(wrong?.row).toContain(first());
    expect(await verify()).toBeNull();
  });

  it('the command ends with 0 or with 1 and the row', async () => {
    const run = async () => {
      const environment = {
        DATABASE_URL: app.addresses.appUrl,
        SECRET_KEY: 'the secret of the tests, which guards nothing',
      };
      const child = spawn(process.execPath, ['tools/verify-ledger/main.ts'], {
        env: { ...process.env, ...environment },
      });
      let said = '';
      for (const stream of [child.stdout, child.stderr])
        stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
      const [code] = (await once(child, 'close')) as [number];
      return { code, said };
    };
    expect(await run()).toMatchObject({ code: 0, said: expect.stringContaining('12 entries of 2 people') });
    await app.asOwner(`update credit_balance set hours = 40 where ${ofFirst()}`);
    expect(await run()).toMatchObject({ code: 1, said: expect.stringContaining('credit_balance') });
    await app.asOwner(`update credit_balance set hours = 3 where ${ofFirst()}`);
  }, 120_000);
});

describe('verify:ledger of what was watched', () => {
  const SECOND = 1000;
  const LESSON = 60 * SECOND;
  let lesson: string;
  let lease: string;
  let learner: string;

  /** One lecture over two leases with a pause, a refusal and a repeat, then completed; another one begun. */
  beforeAll(async () => {
    const person = await app.make.person({ organization: root });
    const query = (sql: string, params?: unknown[]) => app.pg.query<Record<string, unknown>>(sql, params);
    const course = await publishedCourse(query, root.id, [{ durationMs: LESSON }, { durationMs: LESSON }]);
    const after = (ms: number) => app.clock.advance(ms);
    const early = await Watcher.open(person, course, 0);
    await early.send('play', []);
    after(15 * SECOND);
    await early.send('tick', [[0, 15 * SECOND]]);
    await early.send('pause', []);
    after(60 * SECOND);
    // nothing accrued in the pause, and nothing may be skipped
    await early.send('tick', [
      [15 * SECOND, 40 * SECOND],
      [50 * SECOND, 55 * SECOND],
    ]);
    const watcher = await Watcher.open(person, course, 0, true);
    await watcher.send('play', []);
    after(40 * SECOND);
    await watcher.send('tick', [
      [10 * SECOND, 30 * SECOND],
      [20 * SECOND, 45 * SECOND],
    ]);
    after(15 * SECOND);
    await watcher.send('end', [[45 * SECOND, LESSON]]);
    const begun = await Watcher.open(person, course, 1);
    await begun.send('play', []);
    after(5 * SECOND);
    await begun.send('tick', [[0, 5 * SECOND]]);
    lesson = course.lessonIds[0] ?? '';
    lease = watcher.leaseId;
    learner = person.personId;
  });

  it('derives every record from its heartbeats', async () => {
    expect(await verifyLedger(app.get(Pg), key())).toMatchObject({ lessons: 2, heartbeats: 9, wrong: null });
    const [paid] = await app.pg.query('select hours from credit_entry where source_id = $1', [lesson]);
    expect(paid).toBeDefined();
  });

  const progress = (change: string) => () => `update lesson_progress set ${change} where lesson_id = '${lesson}'`;
  const heartbeat = (seq: number, change: string) => () =>
    `update watch_heartbeat set ${change} where lease_id = '${lease}' and seq = ${seq}`;

  it.each<[string, () => string, string, RegExp]>([
    [
      'more coverage than was watched',
      () => `update lesson_progress set coverage = '{[0,50000)}' where completed_at is null`,
      'lesson_progress',
      /its heartbeats come to/,
    ],
    [
      'a completion that was never reached',
      () => `update lesson_progress set completed_at = now() where completed_at is null`,
      'lesson_progress',
      /its heartbeats cover too little/,
    ],
    [
      'a completion moved',
      progress(`completed_at = completed_at - interval '1 day'`),
      'lesson_progress',
      /its heartbeats at/,
    ],
    ['a completion erased', progress('completed_at = null'), 'lesson_progress', /says it is not completed/],
    [
      'a frontier moved',
      () => `update lesson_progress set frontier_ms = 50000 where completed_at is null`,
      'lesson_progress',
      /its heartbeats reach 5000 ms/,
    ],
    [
      'a record without heartbeats',
      () =>
        `delete from watch_heartbeat where person_id = '${learner}'; delete from playback_lease where person_id = '${learner}'`,
      'lesson_progress',
      /has no heartbeats to show for it/,
    ],
    [
      'a record removed',
      () => `delete from lesson_progress where lesson_id = '${lesson}'`,
      'lesson_progress',
      /is missing/,
    ],
    [
      'a heartbeat that credits more than the clock allowed',
      heartbeat(2, `accepted = '{[0,70000)}', played_ms = 70000`),
      'watch_heartbeat',
      /credits 70000 ms, by the rule it earned 60000 ms/,
    ],
    [
      'a heartbeat moved ahead',
      heartbeat(2, `accepted = '{[48000,50000)}', played_ms = 2000`),
      'watch_heartbeat',
      /by the rule it earned 0 ms/,
    ],
    [
      'a refusal erased',
      () => `update watch_heartbeat set refused = '[]' where refused <> '[]'`,
      'playback_lease',
      /its heartbeats come to/,
    ],
    [
      'a heartbeat that came earlier',
      heartbeat(2, `at = at - interval '39 seconds'`),
      'watch_heartbeat',
      /by the rule it earned 1500 ms/,
    ],
    [
      'a heartbeat removed',
      () => `delete from watch_heartbeat where lease_id = '${lease}' and seq = 2`,
      'watch_heartbeat',
      /out of sequence/,
    ],
    [
      'a tail of heartbeats removed',
      () => `delete from watch_heartbeat where lease_id = '${lease}' and seq = 3`,
      'playback_lease',
      /says 3 heartbeats, its heartbeats come to 2/,
    ],
    [
      'a budget that grew',
      () => `update playback_lease set accrued_ms = accrued_ms + 9000 where id = '${lease}'`,
      'playback_lease',
      /ms of playing time/,
    ],
    [
      'two leases at a time',
      () => `update playback_lease set ended_at = ended_at + interval '1 hour' where id = '${lease}'`,
      'playback_lease',
      /time counts twice/,
    ],
  ])('names the first wrong row: %s', async (_, sql, table, what) => {
    const wrong = await tampered(sql(), ['lesson_progress', 'watch_heartbeat', 'playback_lease']);
    expect(wrong).toMatchObject({ table, what: expect.stringMatching(what), row: expect.stringContaining(learner) });
    expect(await verify()).toBeNull();
  });

  it('names hours of a lesson that nobody watched, even where the books agree', async () => {
    const [other] = people;
    const award = (evidence: Record<string, string>, personId: string, sourceId: string) =>
      app.get(UnitOfWork).run(async (tx) => {
        const { entryId } = await app.get(Ledger).award(tx, {
          personId,
          counter: 'centralised',
          hours: '1.00',
          effectiveAt: app.clock.now(),
          sourceKind: 'lesson',
          sourceId,
          policyVersion: 1,
          evidence,
          recordedBy: null,
        });
        const found = await verifyLedger(tx, null);
        return { entryId, wrong: found.wrong };
      });
    const none = await award({}, other ?? '', lesson);
    expect(none.wrong).toMatchObject({ table: 'credit_entry', what: 'pays for a lesson that no heartbeats completed' });
    expect(none.wrong?.row).toContain(none.entryId);
  });
});
