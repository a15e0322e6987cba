import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { Secrets } from '../../../apps/api/src/config/secrets.ts';
import { Pg } from '../../../apps/api/src/database/pg.ts';
import { UnitOfWork } from '../../../apps/api/src/database/unit-of-work.ts';
import { AnchorJob } from '../../../apps/api/src/modules/credits/anchor-job.ts';
import { Ledger } from '../../../apps/api/src/modules/credits/ledger.ts';
import { verifyLedger } from '../../../tools/verify-ledger/verify.ts';
import { testApp, type TestApp } from '../../support/test-app.ts';

let app: TestApp;
let people: string[];

/** Entries of two people over two days, each day anchored. */
beforeAll(async () => {
  app = await testApp();
  const { root, administrator } = await app.make.school();
  people = [];
  for (let n = 0; n < 2; n += 1) people.push((await app.make.person({ organization: root })).personId);
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
            sourceKind: 'lesson',
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

/** Tampers as the table's owner, who can disarm the triggers, looks, and puts everything back. */
async function tampered(sql: string): Promise<{ table: string; row: string; what: string } | null> {
  const tables = ['credit_entry', 'credit_chain', 'credit_balance', 'credit_claim', 'credit_anchor'];
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
    expect(report).toEqual({ people: 2, entries: 12, balances: 2, anchors: 2, wrong: null });
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
        DATABASE_URL: app.databaseUrl,
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
