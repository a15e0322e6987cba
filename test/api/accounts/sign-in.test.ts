import { accounts, people } from '@dangxiao/contracts';
import { PasswordHasher } from '../../../apps/api/src/modules/accounts/index.ts';
import type { Client } from '../../support/client.ts';
import type { School, SignedIn } from '../../support/factories.ts';
import { testApp, type TestApp } from '../../support/test-app.ts';

const PASSWORD = 'a good long password';

describe('signing in', () => {
  let t: TestApp;
  let school: School;
  let person: SignedIn;
  beforeAll(async () => {
    t = await testApp();
    school = await t.make.school();
    person = await t.make.person({ organization: school.root });
    const hash = await t.get(PasswordHasher).hash(PASSWORD);
    await t.pg.execute('update account set password_hash = $2 where id = $1', [person.accountId, hash]);
  });
  afterAll(() => t.close());
  beforeEach(() => t.pg.execute('delete from sign_in_throttle'));

  const attempt = (password: string, login = person.login, client: Client = t.visitor()) =>
    client.answer(accounts.signIn, { body: { login, password } });
  const code = async (...input: Parameters<typeof attempt>) => (await attempt(...input)).body.error?.code;

  it('opens a session and says who is signed in, whatever the case of the login', async () => {
    const client = t.visitor();
    const body = { login: ` ${person.login.toUpperCase()} `, password: PASSWORD };
    const me = await client.call(accounts.signIn, { body });
    expect(me).toMatchObject({ accountId: person.accountId, consentRequired: false, permissions: [] });
    expect(await client.call(accounts.me)).toMatchObject({ accountId: person.accountId });
  });

  it('takes the phone number as well', async () => {
    const { id } = await school.administrator.client.call(people.createPerson, {
      body: { organizationId: school.root.id, name: '王建国', kind: 'full_member', phone: '13912340001' },
    });
    const hash = await t.get(PasswordHasher).hash(PASSWORD);
    await t.pg.execute(
      `insert into account (person_id, login, password_hash, created_at) values ($1, 'wangjianguo', $2, $3)`,
      [id, hash, t.clock.now()],
    );
    expect((await attempt(PASSWORD, '139 1234 0001')).status).toBe(200);
    expect(await code(PASSWORD, '13912340002')).toBe('wrong_credentials');
  });

  it('sets a cookie that scripts cannot read and other sites do not send', async () => {
    const answer = await attempt(PASSWORD);
    expect(String(answer.headers['set-cookie'])).toMatch(/^dx_session=[\w-]{43};.*HttpOnly; SameSite=Lax/);
    expect(answer.body).not.toHaveProperty('token');
  });

  it('rotates the session: the one that the browser carried before ends', async () => {
    const client = t.visitor();
    await attempt(PASSWORD, person.login, client);
    const before = client.cookies.get('dx_session') ?? '';
    await attempt(PASSWORD, person.login, client);
    expect(client.cookies.get('dx_session')).not.toBe(before);
    const thief = t.visitor();
    thief.cookies.set('dx_session', before);
    expect((await thief.answer(accounts.me)).status).toBe(401);
  });

  it('says how many tries are left, then how long to wait, and lets the right password in after the wait only', async () => {
    for (const triesLeft of [4, 3, 2, 1]) {
      expect((await attempt('wrong')).body.error).toMatchObject({ code: 'wrong_credentials', params: { triesLeft } });
    }
    const fifth = await attempt('wrong');
    expect(fifth.status).toBe(429);
    expect(fifth.headers['retry-after']).toBe('300');
    expect(fifth.body.error).toMatchObject({ code: 'sign_in_throttled', params: { seconds: 300 } });
    t.clock.advance(60_000);
    expect((await attempt(PASSWORD)).body.error).toMatchObject({ params: { seconds: 240 } });
    t.clock.advance(240_000);
    expect((await attempt('wrong')).body.error).toMatchObject({ params: { seconds: 600 } });
    t.clock.advance(600_000);
    expect((await attempt(PASSWORD)).status).toBe(200);
    expect((await attempt('wrong')).body.error).toMatchObject({ params: { triesLeft: 4 } });
  });

  it('forgets failures after a day', async () => {
    for (let n = 0; n < 4; n += 1) await attempt('wrong');
    t.clock.advance(24 * 3_600_000);
    expect((await attempt('wrong')).body.error).toMatchObject({ params: { triesLeft: 4 } });
  });

  it('does not let parallel guesses share one try', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, (_, n) => attempt(`guess ${n}`)));
    const codes = answers.map((answer) => answer.body.error?.code);
    expect(codes.filter((one) => one === 'wrong_credentials')).toHaveLength(4);
    expect(codes.filter((one) => one === 'sign_in_throttled')).toHaveLength(16);
  });

  it('answers for a login that does not exist exactly as for one that does', async () => {
    for (let n = 0; n < 6; n += 1) {
      const known = (await attempt('wrong')).body.error;
      const unknown = (await attempt('wrong', 'nobody-of-this-name')).body.error;
      expect({ ...unknown, requestId: '' }).toEqual({ ...known, requestId: '' });
    }
  });

  it('does the same work for a login that does not exist', async () => {
    const hasher = t.get(PasswordHasher);
    const spent = async (stored: string | null) => {
      const began = process.cpuUsage();
      for (let n = 0; n < 8; n += 1) expect(await hasher.matches(stored, 'wrong')).toBe(false);
      const { user, system } = process.cpuUsage(began);
      return user + system;
    };
    await hasher.matches(null, 'warm up');
    const known = await spent(await hasher.hash(PASSWORD));
    const unknown = await spent(null);
    expect(unknown / known).toBeGreaterThan(0.5);
    expect(unknown / known).toBeLessThan(2);
  });

  it('makes an address wait after 100 failures in a quarter of an hour, whatever the logins', async () => {
    await t.pg.execute('insert into sign_in_throttle values ($1, 98, $2)', [
      `address:127.0.0.1:${Math.floor(t.clock.now().getTime() / 900_000)}`,
      t.clock.now(),
    ]);
    expect(await code('wrong', 'some-login-1')).toBe('wrong_credentials');
    expect(await code('wrong', 'some-login-2')).toBe('wrong_credentials');
    const refused = await attempt(PASSWORD);
    expect(refused.body.error?.code).toBe('address_throttled');
    expect(refused.body.error?.params.seconds).toBe(Number(refused.headers['retry-after']));
    t.clock.advance(Number(refused.headers['retry-after']) * 1000);
    expect((await attempt(PASSWORD)).status).toBe(200);
  });

  it('tells that an account is disabled only to who knows its password', async () => {
    await t.pg.execute('update account set disabled_at = $2 where id = $1', [person.accountId, t.clock.now()]);
    expect(await code('wrong')).toBe('wrong_credentials');
    expect(await code(PASSWORD)).toBe('account_disabled');
    await t.pg.execute('update account set disabled_at = null where id = $1', [person.accountId]);
  });

  it('refuses a write from another site, or from nowhere, and a body that is not JSON', async () => {
    const payload = JSON.stringify({ login: person.login, password: PASSWORD });
    const send = async (headers: Record<string, string>) => {
      const visitor = t.visitor();
      delete visitor.headers.origin;
      const request = { method: 'POST' as const, url: '/api/v1/sessions', payload };
      const answer = await visitor.send({ ...request, headers: { 'content-type': 'application/json', ...headers } });
      return answer.body.error?.code ?? answer.status;
    };
    expect(await send({ origin: 'https://evil.example' })).toBe('origin_refused');
    expect(await send({})).toBe('origin_refused');
    expect(await send({ 'sec-fetch-site': 'cross-site' })).toBe('origin_refused');
    expect(await send({ 'sec-fetch-site': 'same-origin' })).toBe(200);
    expect(await send({ origin: 'http://localhost', 'content-type': 'text/plain' })).toBe('unsupported_media_type');
  });

  it('writes every sign-in and every failure at an account into the audit log', async () => {
    const count = async () =>
      (
        await t.pg.query<{ action: string; n: number }>(
          `select action, count(*)::int as n from audit_event where object_id = $1 and action like 'accounts.signIn%' group by 1 order by 1`,
          [person.accountId],
        )
      ).map((row) => row.n);
    const [signIns = 0, failures = 0] = await count();
    await attempt('wrong');
    await attempt(PASSWORD);
    expect(await count()).toEqual([signIns + 1, failures + 1]);
  });
});
