import { accounts, catalog, endpoints, people } from '@dangxiao/contracts';
import { CloseSeeing } from '../../../apps/api/src/modules/accounts/close-seeing.ts';
import type { Node, School, SignedIn } from '../../support/factories.ts';
import { testApp, type TestApp } from '../../support/test-app.ts';

/** Support looks at the portal as a learner does: in sight of the learner, for half an hour, and without changing anything. */
describe('seeing the portal as somebody', () => {
  let t: TestApp;
  let school: School;
  let left: Node;
  let right: Node;
  let support: SignedIn & { personId: string };
  let learner: SignedIn & { personId: string };
  const reason = '看不到课程，电话求助';
  const start = (by: SignedIn, personId: string) =>
    by.client.answer(accounts.startSeeAs, { params: { personId }, body: { reason } });
  const eventsOf = (personId: string) =>
    t.pg.query<{ action: string; after: object }>(
      `select action, after from audit_event where object_id = $1 and action like '%SeeAs' order by id`,
      [personId],
    );

  beforeAll(async () => {
    t = await testApp();
    school = await t.make.school();
    left = await t.make.organization(school.root, { kind: 'general_branch' });
    right = await t.make.organization(school.root, { kind: 'general_branch' });
  });
  beforeEach(async () => {
    support = await t.make.person({ organization: left, name: '赵红霞', role: 'organization_administrator' });
    learner = await t.make.person({ organization: left, name: '王建国' });
  });
  afterAll(() => t.close());

  it('shows what the learner sees, and nothing of what the administrator may do', async () => {
    expect((await start(support, learner.personId)).status).toBe(200);
    const me = await support.client.call(accounts.me);
    expect(me).toMatchObject({
      login: learner.login,
      person: { id: learner.personId, name: '王建国' },
      permissions: [],
      grants: [],
      seeing: { actorName: '赵红霞', reason },
    });
    expect((await support.client.answer(catalog.listMyCourses)).status).toBe(200);
    expect((await support.client.answer(people.listPeople)).body.error?.code).toBe('not_allowed');
  });

  it('refuses every write of the table', async () => {
    await start(support, learner.personId);
    const writes = endpoints.filter(({ id, method, access }) => {
      const leaves = ['accounts.endSeeAs', 'accounts.signOut'].includes(id);
      return method !== 'GET' && access !== 'public' && !leaves;
    });
    expect(writes.length).toBeGreaterThan(60);
    for (const endpoint of writes) {
      const names = [...endpoint.path.matchAll(/:(\w+)/g)].map(([, name = '']) => [name, learner.personId]);
      const answer = await support.client.answer(endpoint, { params: Object.fromEntries(names), body: {} });
      expect([endpoint.id, answer.status, answer.body.error?.code]).toEqual([endpoint.id, 403, 'see_as_read_only']);
    }
  });

  it('ends by hand, with both ends in the log and in sight of the learner', async () => {
    await start(support, learner.personId);
    const during = await learner.client.call(accounts.listMyViews);
    expect(during.items).toMatchObject([{ byName: '赵红霞', reason, endedAt: null }]);
    t.clock.advance(60_000);
    await support.client.call(accounts.endSeeAs);
    expect((await support.client.call(accounts.me)).person?.name).toBe('赵红霞');
    expect((await support.client.answer(people.listPeople)).status).toBe(200);
    expect((await support.client.answer(accounts.endSeeAs)).body.error?.code).toBe('see_as_ended');
    expect(await eventsOf(learner.personId)).toMatchObject([
      { action: 'accounts.startSeeAs', after: { reason } },
      { action: 'accounts.endSeeAs', after: { how: 'ended' } },
    ]);
    expect((await learner.client.call(accounts.listMyViews)).items[0]?.endedAt).toBe(t.clock.now().toISOString());
  });

  it('ends by itself after half an hour, and the log says so', async () => {
    const until = String((await start(support, learner.personId)).body.until);
    t.clock.advance(20 * 60_000);
    expect((await support.client.call(accounts.me)).seeing).not.toBeNull();
    t.clock.advance(10 * 60_000);
    expect((await support.client.call(accounts.me)).seeing).toBeNull();
    await Promise.all([t.get(CloseSeeing).run(), t.get(CloseSeeing).run()]);
    expect(await eventsOf(learner.personId)).toMatchObject([
      { action: 'accounts.startSeeAs' },
      { action: 'accounts.endSeeAs', after: { how: 'time', endedAt: until } },
    ]);
  });

  it('ends with the session', async () => {
    await start(support, learner.personId);
    await support.client.call(accounts.signOut);
    expect(await eventsOf(learner.personId)).toMatchObject([{}, { after: { how: 'signed_out' } }]);
  });

  it('is for people of the own subtree with no more rights, with a reason, and not for auditors', async () => {
    const elsewhere = await t.make.person({ organization: right });
    expect((await start(support, elsewhere.personId)).body.error?.code).toBe('person_not_found');
    const stronger = await t.make.person({ organization: left });
    const chief = await t.make.signIn(school.administrator.accountId);
    await chief.call(accounts.grantRole, {
      params: { personId: stronger.personId },
      body: { role: 'auditor', organizationId: school.root.id },
    });
    expect((await start(support, stronger.personId)).body.error?.code).toBe('grant_exceeds_own');
    expect((await start(support, support.personId)).body.error?.code).toBe('not_allowed');
    const auditor = await t.make.administrator(left, 'auditor');
    expect((await start(auditor, learner.personId)).body.error?.code).toBe('not_allowed');
    const bad = await support.client.answer(accounts.startSeeAs, {
      params: { personId: learner.personId },
      body: { reason: ' ' },
    });
    expect(bad.body.error?.fields).toMatchObject([{ path: 'reason' }]);
  });
});

describe('sessions of others', () => {
  let t: TestApp;
  let school: School;
  let left: Node;
  beforeAll(async () => {
    t = await testApp();
    school = await t.make.school();
    left = await t.make.organization(school.root);
  });
  afterAll(() => t.close());

  it('are listed and ended by who keeps security, not from below', async () => {
    const person = await t.make.person({ organization: left });
    const guard = await t.make.administrator(left, 'security_administrator');
    const params = { personId: person.personId };
    const { items } = await guard.client.call(accounts.listPersonSessions, { params });
    expect(items).toMatchObject([{ current: false, address: '127.0.0.1' }]);
    const session = { ...params, sessionId: items[0]?.id ?? '' };
    expect((await guard.client.answer(accounts.revokePersonSession, { params: session })).status).toBe(200);
    expect((await person.client.answer(accounts.me)).status).toBe(401);
    expect((await guard.client.answer(accounts.revokePersonSession, { params: session })).status).toBe(404);
    const chief = await t.make.person({ organization: left, role: 'learner' });
    await school.administrator.client.call(accounts.grantRole, {
      params: { personId: chief.personId },
      body: { role: 'school_administrator', organizationId: school.root.id },
    });
    const theirs = { personId: chief.personId };
    const above = await guard.client.call(accounts.listPersonSessions, { params: theirs });
    const refused = await guard.client.answer(accounts.revokePersonSession, {
      params: { ...theirs, sessionId: above.items[0]?.id ?? '' },
    });
    expect(refused.body.error?.code).toBe('grant_exceeds_own');
    const mine = await guard.client.answer(accounts.revokePersonSession, {
      params: { ...params, sessionId: above.items[0]?.id ?? '' },
    });
    expect(mine.status).toBe(404);
  });
});
