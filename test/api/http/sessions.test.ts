import { accounts } from '@dangxiao/contracts';
import { UnitOfWork } from '../../../apps/api/src/database/unit-of-work.ts';
import { Sessions } from '../../../apps/api/src/http/sessions.ts';
import type { Client } from '../../support/client.ts';
import { testApp, type TestApp } from '../../support/test-app.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

describe('sessions', () => {
  let t: TestApp;
  let root: { id: string; path: string };
  beforeAll(async () => {
    t = await testApp();
    ({ root } = await t.make.school());
  });
  afterAll(() => t.close());

  const alive = async (client: Client) => (await client.answer(accounts.me)).status === 200;
  /** Uses the session every `step` for `span`; says whether it lived to the end. */
  const useFor = async (client: Client, span: number, step: number) => {
    for (let passed = 0; passed < span; passed += step) {
      t.clock.advance(step);
      if (!(await alive(client))) return false;
    }
    return true;
  };

  it('of an administrator end after 30 idle minutes, and after 12 hours of use', async () => {
    const idle = await t.make.administrator(root);
    t.clock.advance(29 * MINUTE);
    expect(await alive(idle.client)).toBe(true);
    t.clock.advance(29 * MINUTE);
    expect(await alive(idle.client)).toBe(true);
    t.clock.advance(31 * MINUTE);
    expect(await alive(idle.client)).toBe(false);

    const busy = await t.make.administrator(root);
    expect(await useFor(busy.client, 11.5 * HOUR, 20 * MINUTE)).toBe(true);
    expect(await useFor(busy.client, HOUR, 20 * MINUTE)).toBe(false);
  });

  it('of a learner end after 7 idle days, and after 30 days of use', async () => {
    const idle = await t.make.person({ organization: root });
    t.clock.advance(6.9 * DAY);
    expect(await alive(idle.client)).toBe(true);
    t.clock.advance(7.1 * DAY);
    expect(await alive(idle.client)).toBe(false);

    const busy = await t.make.person({ organization: root });
    expect(await useFor(busy.client, 29 * DAY, DAY)).toBe(true);
    expect(await useFor(busy.client, 2 * DAY, DAY)).toBe(false);
  });

  it('write that they were used at most once a minute', async () => {
    const { client, accountId } = await t.make.person({ organization: root });
    const lastSeen = async () => {
      const row = await t.pg.one<{ at: Date }>('select last_seen_at as at from session where account_id = $1', [
        accountId,
      ]);
      return row?.at.getTime() ?? 0;
    };
    const start = await lastSeen();
    for (let second = 0; second < 50; second += 10) {
      t.clock.advance(10_000);
      await alive(client);
    }
    expect(await lastSeen()).toBe(start);
    t.clock.advance(10_000);
    await alive(client);
    expect(await lastSeen()).toBe(start + MINUTE);
  });

  it('end at once when they are revoked, here and for everybody else of the account', async () => {
    const first = await t.make.person({ organization: root });
    const second = await t.make.signIn(first.accountId);
    expect([await alive(first.client), await alive(second)]).toEqual([true, true]);
    const sessions = t.get(Sessions);
    await t.get(UnitOfWork).run((tx) => sessions.endAll(tx, first.accountId));
    expect([await alive(first.client), await alive(second)]).toEqual([false, false]);
  });

  it('notice a disabled account within two seconds', async () => {
    const person = await t.make.person({ organization: root });
    expect(await alive(person.client)).toBe(true);
    await t.pg.execute('update account set disabled_at = $2 where id = $1', [person.accountId, t.clock.now()]);
    t.clock.advance(2_000);
    expect(await alive(person.client)).toBe(false);
  });

  it('keep only a hash of the token', async () => {
    const person = await t.make.person({ organization: root });
    const [token] = [...person.client.cookies.values()];
    const rows = await t.pg.query<Record<string, unknown>>('select * from session where account_id = $1', [
      person.accountId,
    ]);
    expect(JSON.stringify(rows)).not.toContain(token);
    const hex = Buffer.from(token ?? '', 'utf8').toString('hex');
    expect(rows.map((row) => (row.token_hash as Buffer).toString('hex'))).not.toContain(hex);
  });

  it('ignore a cookie that is no token of ours', async () => {
    const visitor = t.visitor();
    for (const value of ['', 'x', 'a'.repeat(43), `${'a'.repeat(42)}'`, 'a'.repeat(9000)]) {
      visitor.cookies.set('dx_session', value);
      expect((await visitor.answer(accounts.me)).status).toBe(401);
    }
  });
});

describe('the session cookie behind https', () => {
  it('is bound to the host, secure and out of reach of scripts', async () => {
    const t = await testApp({ environment: { PUBLIC_URL: 'https://school.example' } });
    try {
      expect(t.get(Sessions).cookieName).toBe('__Host-dx_session');
      const { headers } = await t.visitor().send({ method: 'GET', url: '/api/health/live' });
      expect(headers['strict-transport-security']).toMatch(/max-age=31536000/);
    } finally {
      await t.close();
    }
  });
});
