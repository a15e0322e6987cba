import { Secrets } from '../../../apps/api/src/config/secrets.ts';
import { Pg } from '../../../apps/api/src/database/pg.ts';
import { UnitOfWork } from '../../../apps/api/src/database/unit-of-work.ts';
import { Audit } from '../../../apps/api/src/modules/audit/index.ts';
import { SealJob } from '../../../apps/api/src/modules/audit/seal-job.ts';
import { wrongSeal } from '../../../tools/verify-ledger/seals.ts';
import { TestClock } from '../../support/clock.ts';
import { testApp, type TestApp } from '../../support/test-app.ts';

const DAY = 86_400_000;

describe('the seals of the audit log', () => {
  let t: TestApp;
  beforeAll(async () => {
    t = await testApp({
      clock: new TestClock('2026-01-31T15:59:00Z'),
      environment: { AUDIT_KEEP_MONTHS: '6' },
    });
    await t.make.school();
  });
  afterAll(() => t.close());

  const record = (action: string) =>
    t.get(UnitOfWork).run((tx) => t.get(Audit).record(tx, { actor: null, action, objectType: 'thing' }));
  const seal = () => t.get(SealJob).run();
  const seals = () => t.pg.query(`select month::text, events::int from audit_seal order by month`);
  const check = async () => (await wrongSeal(t.get(Pg), t.get(Secrets).key('audit-seals'))).wrong?.what ?? null;

  it('cover whole months of the school’s zone, once, empty ones too', async () => {
    await record('january');
    await seal();
    expect(await seals()).toEqual([]);
    // past midnight in Shanghai, still January in UTC
    t.clock.advance(2 * 60_000);
    await record('february');
    await Promise.all([seal(), seal()]);
    const [{ events } = { events: 0 }] = await t.pg.query<{ events: number }>(
      `select count(*)::int as events from audit_event where at < '2026-01-31T16:00:00Z'`,
    );
    expect(await seals()).toEqual([{ month: '2026-01-01', events }]);
    t.clock.advance(60 * DAY);
    await seal();
    expect(await seals()).toMatchObject([{}, { month: '2026-02-01', events: 1 }, { month: '2026-03-01', events: 0 }]);
    expect(await check()).toBeNull();
  });

  it.each([
    ['an event rewritten', `update audit_event set action = 'other' where action = 'february'`, /rewritten/],
    ['an event removed', `delete from audit_event where action = 'february'`, /states 1 events, the log has 0/],
    ['a seal rewritten', `update audit_seal set events = 5 where month = '2026-02-01'`, /was changed/],
    ['a seal removed', `delete from audit_seal where month = '2026-02-01'`, /one is missing/],
  ])('show %s', async (_, sql, expected) => {
    for (const table of ['audit_event', 'audit_seal']) await t.asOwner(`create table kept_${table} as table ${table}`);
    await t.asOwner(`set session_replication_role = replica; ${sql}`);
    try {
      expect(await check()).toMatch(expected);
    } finally {
      for (const table of ['audit_event', 'audit_seal'])
        await t.asOwner(
          `set session_replication_role = replica; delete from ${table}; insert into ${table} table kept_${table}; drop table kept_${table}`,
        );
    }
  });

  it('allow whole months to be dropped after six of them, oldest first, and nothing else', async () => {
    const drop = (month: string) => t.pg.query('select drop_audit_month($1, $2)', [month, t.clock.now()]);
    await expect(drop('2026-01-01')).rejects.toThrow(/younger than six months/);
    await expect(drop('2026-04-01')).rejects.toThrow(/not sealed/);
    await expect(t.pg.execute(`insert into audit_drop values ('2026-01-01', 0, now())`)).rejects.toThrow(/denied/);
    await expect(t.asOwner(`delete from audit_event`)).rejects.toThrow(/append-only/);
    await expect(t.asOwner(`delete from audit_seal`)).rejects.toThrow(/append-only/);
    t.clock.set('2026-08-31T20:00:00Z');
    await expect(drop('2026-02-01')).rejects.toThrow(/earlier month/);
    await seal();
    const left = await t.pg.query(`select action from audit_event where at < '2026-03-01' order by at`);
    expect(left).toEqual([]);
    const dropped = await t.pg.query(
      `select object_name from audit_event where action = 'audit.drop' order by object_name`,
    );
    expect(dropped).toEqual([{ object_name: '2026-01-01' }, { object_name: '2026-02-01' }]);
    expect(await check()).toBeNull();
  });
});
