import { accounts, endpoints, people } from '@dangxiao/contracts';
import { PasswordHasher } from '../../../apps/api/src/modules/accounts/index.ts';
import { TOTP } from 'otpauth';
import type { Client } from '../../support/client.ts';
import type { School, SignedIn } from '../../support/factories.ts';
import { testApp, type TestApp } from '../../support/test-app.ts';

const password = 'a good long password';
const STEP = 30_000;

/** A second step for administrators: set up when a policy asks for it, asked at every sign-in from then on. */
describe('the second factor', () => {
  let t: TestApp;
  let school: School;
  let hash: string;
  let chief: Client;
  beforeAll(async () => {
    t = await testApp();
    school = await t.make.school();
    hash = await t.get(PasswordHasher).hash(password);
  });
  afterAll(() => t.close());
  // Codes of one step work once: every test has time of its own, and the administrator a fresh session in it.
  beforeEach(async () => {
    t.clock.advance(10 * STEP);
    chief = await t.make.signIn(school.administrator.accountId);
  });

  const codeAt = (secret: string, steps = 0) =>
    new TOTP({ secret, digits: 6, period: 30 }).generate({ timestamp: t.clock.now().getTime() + steps * STEP });
  const administrator = async () => {
    const person = await t.make.person({ organization: school.root, role: 'organization_administrator' });
    await t.pg.execute('update account set password_hash = $2 where id = $1', [person.accountId, hash]);
    return person;
  };
  const signIn = async ({ login }: SignedIn) => {
    const client = t.visitor();
    const me = await client.call(accounts.signIn, { body: { login, password } });
    return { client, me };
  };
  const enrol = async (client: Client) => {
    const { secret, uri } = await client.call(accounts.startSecondFactor);
    const { recoveryCodes } = await client.call(accounts.confirmSecondFactor, { body: { code: codeAt(secret) } });
    t.clock.advance(2 * STEP);
    return { secret, uri, recoveryCodes };
  };
  const policy = async (twoFactor: boolean) =>
    (await t.make.signIn(school.administrator.accountId)).call(accounts.setSecurity, {
      params: { organizationId: school.root.id },
      body: { twoFactor, separatedDuties: false },
    });
  const verify = (client: Client, code: string) => client.answer(accounts.verifySecondFactor, { body: { code } });

  it('is asked of nobody by default, and may be set up by choice', async () => {
    const person = await administrator();
    expect((await signIn(person)).me).toMatchObject({ pending: null, login: person.login });
    const { uri, recoveryCodes } = await enrol(person.client);
    expect(uri).toMatch(/^otpauth:\/\/totp\/.*secret=[A-Z2-7]{32}&algorithm=SHA1&digits=6&period=30$/);
    expect(new Set(recoveryCodes).size).toBe(10);
    const { client, me } = await signIn(person);
    expect(me).toMatchObject({ pending: 'verify', person: null, permissions: [], grants: [] });
    expect((await client.answer(people.listPeople)).body.error).toMatchObject({ code: 'second_factor_required' });
    expect((await client.call(accounts.whoAmI)).me).toMatchObject({ pending: 'verify', person: null });
  });

  it('opens nothing of the table before it is given', async () => {
    const person = await administrator();
    await enrol(person.client);
    const { client } = await signIn(person);
    const open: string[] = [];
    for (const endpoint of endpoints.filter(({ id, access }) => access !== 'public' && id !== 'accounts.signOut')) {
      const names = [...endpoint.path.matchAll(/:(\w+)/g)].map(([, name = '']) => [name, person.personId]);
      const body = endpoint.method === 'GET' ? {} : { body: {} };
      const answer = await client.answer(endpoint, { params: Object.fromEntries(names), ...body });
      if (answer.body.error?.code !== 'second_factor_required') open.push(endpoint.id);
    }
    const steps = ['confirmSecondFactor', 'getSecondFactor', 'me', 'verifySecondFactor'];
    expect(open.sort()).toEqual(steps.map((name) => `accounts.${name}`));
  });

  it('lets in with a code of the app, under a new cookie, and the code works once', async () => {
    const person = await administrator();
    const { secret } = await enrol(person.client);
    const { client } = await signIn(person);
    const before = [...client.cookies.values()][0];
    const code = codeAt(secret);
    expect((await verify(client, code)).body).toMatchObject({ pending: null, login: person.login });
    expect([...client.cookies.values()][0]).not.toBe(before);
    expect((await client.answer(people.listPeople)).status).toBe(200);
    const again = await signIn(person);
    expect((await verify(again.client, code)).body.error).toMatchObject({
      code: 'second_factor_wrong',
      params: { triesLeft: 4 },
    });
    expect((await verify(client, codeAt(secret, 1))).body.error?.code).toBe('second_factor_not_asked');
  });

  it('accepts one of two verifications with the same code at the same moment', async () => {
    const person = await administrator();
    const { secret, recoveryCodes } = await enrol(person.client);
    for (const code of [codeAt(secret), recoveryCodes[0] ?? '']) {
      const both = [(await signIn(person)).client, (await signIn(person)).client];
      const answers = await Promise.all(both.map((client) => verify(client, code)));
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 422]);
      t.clock.advance(2 * STEP);
    }
  });

  it('bears a clock that is one step off, and not two', async () => {
    const person = await administrator();
    const { secret } = await enrol(person.client);
    t.clock.advance(10 * STEP);
    for (const [steps, status] of [
      [-2, 422],
      [2, 422],
      [-1, 200],
      [1, 200],
    ] as const) {
      const { client } = await signIn(person);
      expect((await verify(client, codeAt(secret, steps))).status).toBe(status);
    }
  });

  it('takes each recovery code once, and new ones end the old', async () => {
    const person = await administrator();
    const { secret, recoveryCodes } = await enrol(person.client);
    const [first = '', second = ''] = recoveryCodes;
    const one = await signIn(person);
    expect((await verify(one.client, first.toLowerCase().replaceAll('-', ' '))).status).toBe(200);
    expect((await one.client.call(accounts.getSecondFactor)).recoveryCodesLeft).toBe(9);
    const two = await signIn(person);
    expect((await verify(two.client, first)).status).toBe(422);
    const renewed = await one.client.call(accounts.renewRecoveryCodes, { body: { code: codeAt(secret) } });
    expect((await verify(two.client, second)).status).toBe(422);
    expect((await verify(two.client, renewed.recoveryCodes[3] ?? '')).status).toBe(200);
  });

  it('is not guessed: after five wrong codes it waits, also for the right one', async () => {
    const person = await administrator();
    const { secret } = await enrol(person.client);
    const { client } = await signIn(person);
    const answers = [];
    for (let round = 0; round < 6; round += 1) answers.push(await verify(client, '000000'));
    expect(answers.map(({ status }) => status)).toEqual([422, 422, 422, 422, 429, 429]);
    expect((await verify(client, codeAt(secret))).body.error?.code).toBe('sign_in_throttled');
    t.clock.advance(6 * 60_000);
    expect((await verify(client, codeAt(secret))).status).toBe(200);
    const failed = await t.pg.query(
      `select from audit_event where actor_account_id = $1 and action = 'accounts.verifySecondFactor.failed'`,
      [person.accountId],
    );
    expect(failed.length).toBeGreaterThanOrEqual(5);
  });

  it('keeps its secret and its codes unreadable in the database', async () => {
    const person = await administrator();
    const { secret, recoveryCodes } = await enrol(person.client);
    const rows = await t.pg.query<{ text: string }>(
      `select encode(secret, 'escape') as text from second_factor where account_id = $1
       union all select encode(code_hash, 'escape') from recovery_code where account_id = $1`,
      [person.accountId],
    );
    expect(rows).toHaveLength(11);
    const stored = rows.map(({ text }) => text).join(' ');
    for (const plain of [secret, ...recoveryCodes]) expect(stored).not.toContain(plain);
  });

  describe('where a policy asks for it', () => {
    beforeAll(() => policy(true));
    afterAll(() => policy(false));

    it('is set up at the next sign-in, before anything else opens', async () => {
      const person = await administrator();
      const { client, me } = await signIn(person);
      expect(me.pending).toBe('enrol');
      expect((await client.answer(people.listPeople)).body.error).toMatchObject({ params: { step: 'enrol' } });
      expect((await client.answer(accounts.confirmSecondFactor, { body: { code: '123456' } })).body.error?.code).toBe(
        'second_factor_not_set',
      );
      const { secret } = await enrol(client);
      expect((await client.call(accounts.me)).pending).toBeNull();
      expect((await person.client.answer(accounts.me)).status).toBe(401);
      const off = await client.answer(accounts.switchOffSecondFactor, { body: { code: codeAt(secret) } });
      expect(off.body.error?.code).toBe('second_factor_policy');
    });

    it('cannot be replaced by who knows the password only', async () => {
      const person = await administrator();
      await enrol((await signIn(person)).client);
      const { client } = await signIn(person);
      expect((await client.answer(accounts.startSecondFactor, { body: {} })).body.error?.code).toBe(
        'second_factor_required',
      );
      expect((await client.answer(accounts.confirmSecondFactor, { body: { code: '123456' } })).body.error?.code).toBe(
        'second_factor_required',
      );
    });

    it('is asked of a learner who becomes an administrator, and of no learner', async () => {
      const learner = await t.make.person({ organization: school.root });
      await t.pg.execute('update account set password_hash = $2 where id = $1', [learner.accountId, hash]);
      expect((await signIn(learner)).me.pending).toBeNull();
      await chief.call(accounts.grantRole, {
        params: { personId: learner.personId },
        body: { role: 'instructor', organizationId: school.root.id },
      });
      expect((await learner.client.answer(accounts.me)).status).toBe(401);
      expect((await signIn(learner)).me.pending).toBe('enrol');
    });

    it('is asked after a password was set anew by a code, too', async () => {
      const person = await administrator();
      await enrol(person.client);
      const { code } = await chief.call(accounts.issueActivationCode, {
        params: { personId: person.personId },
      });
      const me = await t.visitor().call(accounts.activate, { body: { code, password: 'another long password' } });
      expect(me.pending).toBe('verify');
    });
  });

  it('is reset from above with a reason, and by nobody for themselves', async () => {
    const person = await administrator();
    const { secret } = await enrol(person.client);
    const { client } = await signIn(person);
    await verify(client, codeAt(secret));
    const params = { personId: person.personId };
    const body = { reason: '手机遗失' };
    expect((await client.answer(accounts.resetSecondFactor, { params, body })).body.error?.code).toBe('not_allowed');
    await chief.call(accounts.resetSecondFactor, { params, body });
    expect((await client.answer(accounts.me)).status).toBe(401);
    expect((await signIn(person)).me.pending).toBeNull();
    const again = await chief.answer(accounts.resetSecondFactor, { params, body });
    expect(again.body.error?.code).toBe('second_factor_not_set');
    const event = await t.pg.one(
      `select after from audit_event where action = 'accounts.resetSecondFactor' and object_id = $1`,
      [person.personId],
    );
    expect(event).toEqual({ after: { reason: '手机遗失' } });
  });

  it('is switched off with a code where no policy asks for it', async () => {
    const person = await administrator();
    const { secret } = await enrol(person.client);
    const { client } = await signIn(person);
    await verify(client, codeAt(secret));
    t.clock.advance(2 * STEP);
    expect((await client.answer(accounts.switchOffSecondFactor, { body: { code: '000000' } })).status).toBe(422);
    await client.call(accounts.switchOffSecondFactor, { body: { code: codeAt(secret) } });
    expect((await signIn(person)).me.pending).toBeNull();
  });
});
