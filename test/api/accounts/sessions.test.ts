import { accounts } from '@dangxiao/contracts';
import { PasswordHasher } from '../../../apps/api/src/modules/accounts/index.ts';
import type { Client } from '../../support/client.ts';
import type { School } from '../../support/factories.ts';
import { testApp, type TestApp } from '../../support/test-app.ts';

const MINUTE = 60_000;
const DAY = 86_400_000;
const PASSWORD = 'a good long password';

describe('sessions', () => {
  let t: TestApp;
  let school: School;
  beforeAll(async () => {
    t = await testApp();
    school = await t.make.school();
  });
  afterAll(() => t.close());

  const alive = async (client: Client) => (await client.answer(accounts.me)).status === 200;
  const learner = () => t.make.person({ organization: school.root });
  const withPassword = async () => {
    const person = await learner();
    const hash = await t.get(PasswordHasher).hash(PASSWORD);
    await t.pg.execute('update account set password_hash = $2 where id = $1', [person.accountId, hash]);
    return person;
  };
  const live = async (accountId: string) =>
    (await t.pg.query('select id from session where account_id = $1 and ended_at is null', [accountId])).length;

  it('end after 30 minutes without a request for who administers, and after 12 hours in any case', async () => {
    const { client } = await t.make.administrator(school.root);
    t.clock.advance(29 * MINUTE);
    expect(await alive(client)).toBe(true);
    t.clock.advance(30 * MINUTE);
    expect(await alive(client)).toBe(false);

    const busy = await t.make.administrator(school.root);
    for (let minutes = 20; minutes < 12 * 60; minutes += 20) {
      t.clock.advance(20 * MINUTE);
      expect(await alive(busy.client)).toBe(true);
    }
    t.clock.advance(20 * MINUTE);
    expect(await alive(busy.client)).toBe(false);
  });

  it('last 7 days without a request for a learner, and 30 days in any case', async () => {
    const { client } = await learner();
    t.clock.advance(6 * DAY);
    expect(await alive(client)).toBe(true);
    t.clock.advance(7 * DAY);
    expect(await alive(client)).toBe(false);

    const busy = await learner();
    for (let day = 6; day < 30; day += 6) {
      t.clock.advance(6 * DAY);
      expect(await alive(busy.client)).toBe(true);
    }
    t.clock.advance(6 * DAY);
    expect(await alive(busy.client)).toBe(false);
  });

  it('of nobody are an answer to a page that asks, not an error', async () => {
    const { client } = await learner();
    expect(await client.call(accounts.whoAmI)).toEqual({ me: await client.call(accounts.me) });
    t.clock.advance(31 * DAY);
    expect(await client.call(accounts.whoAmI)).toEqual({ me: null });
    expect(await alive(client)).toBe(false);
  });

  it('are listed with device, the current one first, and can be ended one by one', async () => {
    const { accountId, client } = await learner();
    const other = await t.make.signIn(accountId);
    client.headers['user-agent'] =
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36';
    await t.pg.execute(`update session set user_agent = $2 where account_id = $1`, [
      accountId,
      client.headers['user-agent'],
    ]);
    const { items } = await client.call(accounts.listMySessions);
    expect(items.map(({ current, device }) => ({ current, device }))).toEqual([
      { current: true, device: 'Chrome · Windows' },
      { current: false, device: 'Chrome · Windows' },
    ]);
    expect(JSON.stringify(items)).not.toContain(client.cookies.get('dx_session'));
    await client.call(accounts.revokeMySession, { params: { sessionId: items[1]?.id ?? '' } });
    expect(await alive(other)).toBe(false);
    expect(await alive(client)).toBe(true);
  });

  it('of another account cannot be ended: they are not found', async () => {
    const mine = await learner();
    const theirs = await learner();
    const [session] = (await theirs.client.call(accounts.listMySessions)).items;
    const answer = await mine.client.answer(accounts.revokeMySession, { params: { sessionId: session?.id ?? '' } });
    expect(answer.status).toBe(404);
    expect(await alive(theirs.client)).toBe(true);
  });

  it('end at sign-out, on the server and in the browser', async () => {
    const { client, accountId } = await learner();
    const token = client.cookies.get('dx_session') ?? '';
    await client.call(accounts.signOut);
    expect(client.cookies.size).toBe(0);
    client.cookies.set('dx_session', token);
    expect(await alive(client)).toBe(false);
    expect(await live(accountId)).toBe(0);
  });

  it('all but the current one end when the password changes', async () => {
    const { client, accountId, login } = await withPassword();
    const other = await t.make.signIn(accountId);
    const body = { currentPassword: PASSWORD, newPassword: 'another long password' };
    await client.call(accounts.changePassword, { body });
    expect(await alive(client)).toBe(true);
    expect(await alive(other)).toBe(false);
    const again = await t.visitor().answer(accounts.signIn, { body: { login, password: PASSWORD } });
    expect(again.body.error?.code).toBe('wrong_credentials');
    await t.visitor().call(accounts.signIn, { body: { login, password: body.newPassword } });
  });

  it('do not let a passer-by guess the current password or set a weak one', async () => {
    const { client, login } = await withPassword();
    const change = async (currentPassword: string, newPassword = 'another long password') =>
      (await client.answer(accounts.changePassword, { body: { currentPassword, newPassword } })).body.error;
    expect(await change(PASSWORD, 'aaaaaaaaaaaa')).toMatchObject({
      code: 'password_too_weak',
      params: { reason: 'too_common' },
    });
    expect(await change(PASSWORD, login)).toMatchObject({ params: { reason: 'same_as_login' } });
    for (let n = 0; n < 4; n += 1) expect(await change('wrong')).toMatchObject({ code: 'wrong_current_password' });
    expect(await change('wrong')).toMatchObject({ code: 'sign_in_throttled' });
    expect(await change(PASSWORD)).toMatchObject({ code: 'sign_in_throttled' });
  });

  it('let only one of two parallel changes through', async () => {
    const { client } = await withPassword();
    const change = (newPassword: string) =>
      client.answer(accounts.changePassword, { body: { currentPassword: PASSWORD, newPassword } });
    const answers = await Promise.all([change('the first new password'), change('the second new password')]);
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 422]);
  });

  it('open nothing but consent before the privacy notice is agreed to, and everything after', async () => {
    const { client, accountId } = await t.make.person({ organization: school.root, consented: false });
    expect(await client.call(accounts.me)).toMatchObject({ consentRequired: true });
    const refused = await client.answer(accounts.changePassword, {
      body: { currentPassword: 'x', newPassword: 'another long password' },
    });
    expect(refused.body.error?.code).toBe('consent_required');
    const { version, zh, en } = await t.visitor().call(accounts.privacyNotice);
    expect(zh).toHaveLength(en.length);
    const old = await client.answer(accounts.giveConsent, { body: { version: version + 1 } });
    expect(old.body.error?.code).toBe('validation_failed');
    await client.call(accounts.giveConsent, { body: { version } });
    expect(await client.call(accounts.me)).toMatchObject({ consentRequired: false });
    const rows = await t.pg.query('select consent_version, consented_at from account where id = $1', [accountId]);
    expect(rows).toEqual([{ consent_version: version, consented_at: t.clock.now() }]);
  });

  it('are kept as hashes only', async () => {
    const { client, accountId } = await learner();
    const token = client.cookies.get('dx_session') ?? '';
    const [row] = await t.pg.query<{ all: string }>('select s::text as all from session s where account_id = $1', [
      accountId,
    ]);
    expect(row?.all).not.toContain(token);
    expect(row?.all).not.toContain(Buffer.from(token).toString('hex'));
  });
});
