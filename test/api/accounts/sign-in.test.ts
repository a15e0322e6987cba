import { accounts } from '@dangxiao/contracts';
import { PasswordHasher } from '../../../apps/api/src/modules/accounts/index.ts';
import type { SignedIn } from '../../support/factories.ts';
import { testApp, type TestApp } from '../../support/test-app.ts';

const PASSWORD = 'a good long password';

describe('signing in', () => {
  let t: TestApp;
  let person: SignedIn;
  beforeAll(async () => {
    t = await testApp();
    const { root } = await t.make.school();
    person = await t.make.person({ organization: root });
    const hash = await t.get(PasswordHasher).hash(PASSWORD);
    await t.pg.execute('update account set password_hash = $2 where id = $1', [person.accountId, hash]);
  });
  afterAll(() => t.close());
  beforeEach(() => t.pg.execute('delete from sign_in_throttle'));

  const signIn = (password: string, login = person.login) =>
    t.visitor().answer(accounts.signIn, { body: { login, password } });

  it('opens a session and says who is signed in', async () => {
    const client = t.visitor();
    const me = await client.call(accounts.signIn, {
      body: { login: ` ${person.login.toUpperCase()} `, password: PASSWORD },
    });
    expect(me).toMatchObject({
      accountId: person.accountId,
      login: person.login,
      consentRequired: false,
      permissions: [],
    });
    expect(await client.call(accounts.me)).toMatchObject({ accountId: person.accountId });
  });
});
