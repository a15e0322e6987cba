import { accounts, people } from '@dangxiao/contracts';
import { UnitOfWork } from '../../../apps/api/src/database/unit-of-work.ts';
import { AdministratorExists, CreateFirstAdministrator } from '../../../apps/api/src/modules/accounts/index.ts';
import type { School } from '../../support/factories.ts';
import { testApp, type TestApp } from '../../support/test-app.ts';

const DAY = 86_400_000;
const PASSWORD = 'a good long password';

describe('one-time codes', () => {
  let t: TestApp;
  let school: School;
  beforeAll(async () => {
    t = await testApp();
    school = await t.make.school();
  });
  afterAll(() => t.close());
  beforeEach(async () => {
    // A test that moves the clock by days also ends the administrator's session.
    school.administrator.client = await t.make.signIn(school.administrator.accountId);
  });

  const person = async (name = '王建国') =>
    (
      await school.administrator.client.call(people.createPerson, {
        body: { organizationId: school.root.id, name, kind: 'full_member' },
      })
    ).id;
  const issue = (personId: string) =>
    school.administrator.client.call(accounts.issueActivationCode, { params: { personId } });
  const activate = (code: string, login?: string, password = PASSWORD) =>
    t.visitor().answer(accounts.activate, { body: { code, password, ...(login ? { login } : {}) } });

  it('make an account that is signed in at once and asked for consent', async () => {
    const personId = await person();
    const { code, purpose } = await issue(personId);
    expect(purpose).toBe('activate');
    const client = t.visitor();
    expect(await client.call(accounts.checkActivationCode, { body: { code } })).toEqual({
      purpose: 'activate',
      maskedName: '王*国',
      organizationName: '测试党校',
      suggestedLogin: 'wangjianguo',
    });
    const me = await client.call(accounts.activate, { body: { code, password: PASSWORD } });
    expect(me).toMatchObject({ login: 'wangjianguo', person: { id: personId, name: '王建国' }, consentRequired: true });
    expect(await client.call(accounts.me)).toMatchObject({ accountId: me.accountId });
    await t.visitor().call(accounts.signIn, { body: { login: 'wangjianguo', password: PASSWORD } });
  });

  it('suggest another login to the next of the same name', async () => {
    const { code } = await issue(await person());
    const { suggestedLogin } = await t.visitor().call(accounts.checkActivationCode, { body: { code } });
    expect(suggestedLogin).toBe('wangjianguo2');
    const taken = await activate(code, 'WangJianGuo');
    expect(taken.body.error?.code).toBe('login_taken');
    expect((await activate(code)).body).toMatchObject({ login: 'wangjianguo2' });
  });

  it('are read however they are typed', async () => {
    const { code } = await issue(await person('李梅'));
    expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}$/);
    const typed = code.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l');
    expect((await activate(typed)).status).toBe(200);
  });

  it('work once', async () => {
    const { code } = await issue(await person('单雄信'));
    expect((await activate(code, 'shanxiongxin')).status).toBe(200);
    expect((await activate(code, 'someone.else')).body.error?.code).toBe('activation_code_invalid');
  });

  it('are won by one of two who use them at the same moment', async () => {
    const { code } = await issue(await person('赵云'));
    const answers = await Promise.all(['zhaoyun.a', 'zhaoyun.b', 'zhaoyun.c'].map((login) => activate(code, login)));
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 404, 404]);
  });

  it('end after 7 days', async () => {
    const { code, expiresAt } = await issue(await person('周仓'));
    expect(Date.parse(expiresAt) - t.clock.now().getTime()).toBe(7 * DAY);
    t.clock.advance(7 * DAY);
    expect((await activate(code)).body.error?.code).toBe('activation_code_invalid');
  });

  it('end when a newer one is issued', async () => {
    const personId = await person('马超');
    const first = await issue(personId);
    const second = await issue(personId);
    expect((await activate(first.code)).status).toBe(404);
    expect((await activate(second.code)).status).toBe(200);
  });

  it('reset the password of an existing account, end its sessions, and give it all its tries again', async () => {
    const personId = await person('黄忠');
    const old = t.visitor();
    await old.call(accounts.activate, { body: { code: (await issue(personId)).code, password: PASSWORD } });
    for (let n = 0; n < 6; n += 1) {
      await t.visitor().answer(accounts.signIn, { body: { login: 'huangzhong', password: 'wrong' } });
    }
    const { code, purpose } = await issue(personId);
    expect(purpose).toBe('reset');
    const me = await activate(code, 'ignored', 'a new long password');
    expect(me.body).toMatchObject({ login: 'huangzhong' });
    expect((await old.answer(accounts.me)).status).toBe(401);
    await t.visitor().call(accounts.signIn, { body: { login: 'huangzhong', password: 'a new long password' } });
  });

  it('refuse a weak password, and a login that is a phone number, without being used up', async () => {
    const { code } = await issue(await person('关平'));
    expect((await activate(code, undefined, '1234567890')).body.error).toMatchObject({ code: 'password_too_weak' });
    expect((await activate(code, '13812345678')).body.error).toMatchObject({ fields: [{ path: 'login' }] });
    expect((await activate(code)).status).toBe(200);
  });

  it('are stored as a hash', async () => {
    const personId = await person('张苞');
    const { code } = await issue(personId);
    const [row] = await t.pg.query<{ all: string }>(
      'select c::text as all from activation_code c where person_id = $1',
      [personId],
    );
    expect(row?.all).not.toContain(code);
    const log = await t.pg.query<{ all: string }>('select e::text as all from audit_event e where object_id = $1', [
      personId,
    ]);
    expect(log.length).toBeGreaterThan(0);
    for (const event of log) expect(event.all).not.toContain(code);
  });

  it('cannot be guessed from one address without end', async () => {
    const guess = (n: number) =>
      t
        .visitor()
        .answer(accounts.checkActivationCode, { body: { code: `0000-0000-0000-${String(n).padStart(4, '0')}` } });
    const codes = new Set<string | undefined>();
    for (let n = 0; n < 101; n += 1) codes.add((await guess(n)).body.error?.code);
    expect([...codes]).toEqual(['activation_code_invalid', 'address_throttled']);
    t.clock.advance(15 * 60_000);
  });

  it('end with a disabled account, whose sessions end too', async () => {
    const personId = await person('庞统');
    const client = t.visitor();
    await client.call(accounts.activate, { body: { code: (await issue(personId)).code, password: PASSWORD } });
    const { code } = await issue(personId);
    const admin = school.administrator.client;
    const disable = (disabled: boolean) =>
      admin.call(accounts.setAccountDisabled, { params: { personId }, body: { disabled, reason: '离职' } });
    await disable(true);
    expect((await client.answer(accounts.me)).status).toBe(401);
    expect((await activate(code)).status).toBe(404);
    expect(await admin.call(people.getPerson, { params: { personId } })).toMatchObject({ account: 'disabled' });
    await disable(false);
    await t.visitor().call(accounts.signIn, { body: { login: 'pangtong', password: PASSWORD } });
  });

  it('make the first administrator of a school, once', async () => {
    const create = (login: string) => t.get(UnitOfWork).run((tx) => t.get(CreateFirstAdministrator).run(tx, login));
    await expect(create('admin')).rejects.toThrow(AdministratorExists);
    await t.pg.execute('update role_grant set revoked_at = $1', [t.clock.now()]);
    const lost = await create('admin');
    const { code } = await create('Admin');
    expect((await activate(lost.code)).status).toBe(404);
    const client = t.visitor();
    const me = await client.call(accounts.activate, { body: { code, password: PASSWORD } });
    expect(me).toMatchObject({ login: 'admin', person: null, grants: [{ role: 'school_administrator' }] });
    expect(me.permissions).toContain('roles.grant');
    expect(new Set(me.permissions).size).toBe(me.permissions.length);
    await expect(create('second')).rejects.toThrow(AdministratorExists);
  });
});
