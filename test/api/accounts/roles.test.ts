import { accounts, people } from '@dangxiao/contracts';
import type { Node, School, SignedIn } from '../../support/factories.ts';
import { testApp, type TestApp } from '../../support/test-app.ts';

describe('roles', () => {
  let t: TestApp;
  let school: School;
  let left: Node;
  let right: Node;
  let leftAdministrator: SignedIn;
  beforeAll(async () => {
    t = await testApp();
    school = await t.make.school();
    left = await t.make.organization(school.root, { kind: 'general_branch' });
    right = await t.make.organization(school.root, { kind: 'general_branch' });
    leftAdministrator = await t.make.administrator(left);
  });
  afterAll(() => t.close());

  const member = (organization: Node) => t.make.person({ organization });
  const grant = (
    by: SignedIn,
    personId: string,
    role: 'organization_administrator' | 'school_administrator' | 'instructor' | 'auditor',
    node: Node,
  ) => by.client.answer(accounts.grantRole, { params: { personId }, body: { role, organizationId: node.id } });

  it('hold at once for the subtree of the node where they were granted, and end at once', async () => {
    const person = await member(left);
    const outside = await member(right);
    expect((await person.client.answer(people.listPeople)).body.error?.code).toBe('not_allowed');
    const { body } = await grant(leftAdministrator, person.personId, 'auditor', left);
    const seen = await person.client.call(people.listPeople, { query: { limit: 100 } });
    expect(seen.items.map((row) => row.id)).toContain(person.personId);
    expect(seen.items.map((row) => row.id)).not.toContain(outside.personId);
    await leftAdministrator.client.call(accounts.revokeRole, { params: { grantId: String(body.id) } });
    expect((await person.client.answer(people.listPeople)).body.error?.code).toBe('not_allowed');
  });

  it('are given to a person who has no account yet', async () => {
    const admin = school.administrator.client;
    const { id } = await admin.call(people.createPerson, {
      body: { organizationId: left.id, name: '王平', kind: 'full_member' },
    });
    await grant(school.administrator, id, 'instructor', left);
    const { code } = await admin.call(accounts.issueActivationCode, { params: { personId: id } });
    const me = await t.visitor().call(accounts.activate, { body: { code, password: 'a good long password' } });
    expect(me.grants).toMatchObject([{ role: 'instructor', organizationId: left.id }]);
  });

  it('cannot be granted beyond what the granter holds there', async () => {
    const { personId } = await member(left);
    const codeOf = async (...input: Parameters<typeof grant>) => (await grant(...input)).body.error?.code;
    expect(await codeOf(leftAdministrator, personId, 'school_administrator', left)).toBe('grant_exceeds_own');
    expect(await codeOf(leftAdministrator, personId, 'auditor', school.root)).toBe('organization_not_found');
    expect(await codeOf(leftAdministrator, personId, 'auditor', right)).toBe('organization_not_found');
    expect(await codeOf(leftAdministrator, (await member(right)).personId, 'auditor', left)).toBe('person_not_found');
    const instructor = await t.make.administrator(left, 'instructor');
    expect(await codeOf(instructor, personId, 'instructor', left)).toBe('not_allowed');
    expect((await grant(leftAdministrator, personId, 'organization_administrator', left)).status).toBe(200);
    expect(await codeOf(leftAdministrator, personId, 'organization_administrator', left)).toBe('already_active');
  });

  it('are won by one of two equal grants at the same moment', async () => {
    const { personId } = await member(left);
    const answers = await Promise.all([1, 2, 3].map(() => grant(leftAdministrator, personId, 'auditor', left)));
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409, 409]);
  });

  it('cannot be revoked from outside or from below', async () => {
    const person = await t.make.person({ organization: left });
    const { body } = await grant(school.administrator, person.personId, 'school_administrator', left);
    const params = { grantId: String(body.id) };
    const below = await leftAdministrator.client.answer(accounts.revokeRole, { params });
    expect(below.body.error?.code).toBe('grant_exceeds_own');
    const rightAdministrator = await t.make.administrator(right);
    expect((await rightAdministrator.client.answer(accounts.revokeRole, { params })).status).toBe(404);
    const { items } = await school.administrator.client.call(accounts.listRoleGrants, {
      params: { personId: person.personId },
    });
    expect(items.map((item) => item.role).sort()).toEqual(['learner', 'school_administrator']);
  });

  it('protect their holder: who may do less can neither reset the password nor disable the account', async () => {
    const strong = await t.make.person({ organization: left });
    await grant(school.administrator, strong.personId, 'auditor', school.root);
    const params = { personId: strong.personId };
    const reset = await leftAdministrator.client.answer(accounts.issueActivationCode, { params });
    expect(reset.body.error?.code).toBe('grant_exceeds_own');
    const body = { disabled: true, reason: '测试' };
    const disable = await leftAdministrator.client.answer(accounts.setAccountDisabled, { params, body });
    expect(disable.body.error?.code).toBe('grant_exceeds_own');
    expect((await school.administrator.client.answer(accounts.issueActivationCode, { params })).status).toBe(200);
  });

  it("leave other organizations' people out of sight", async () => {
    const { personId } = await member(right);
    const { client } = leftAdministrator;
    const params = { personId };
    for (const answer of [
      await client.answer(accounts.issueActivationCode, { params }),
      await client.answer(accounts.listRoleGrants, { params }),
      await client.answer(accounts.setAccountDisabled, { params, body: { disabled: true, reason: '测试' } }),
    ]) {
      expect(answer.body.error?.code).toBe('person_not_found');
    }
  });

  it('do not let anybody lock themselves out, or set their own password by a code', async () => {
    const person = await t.make.person({ organization: left, role: 'organization_administrator' });
    const answer = await person.client.answer(accounts.setAccountDisabled, {
      params: { personId: person.personId },
      body: { disabled: true, reason: '测试' },
    });
    expect(answer.body.error?.code).toBe('not_allowed');
    const reset = await person.client.answer(accounts.issueActivationCode, { params: { personId: person.personId } });
    expect(reset.body.error?.code).toBe('not_allowed');
  });

  it('are granted and revoked in sight of the audit log', async () => {
    const { personId } = await member(left);
    const { body } = await grant(leftAdministrator, personId, 'auditor', left);
    await leftAdministrator.client.call(accounts.revokeRole, { params: { grantId: String(body.id) } });
    const rows = await t.pg.query<{ action: string }>(
      'select action, before, after from audit_event where object_id = $1 order by id',
      [personId],
    );
    expect(rows).toMatchObject([
      { action: 'accounts.grantRole', after: { role: 'auditor' } },
      { action: 'accounts.revokeRole', before: { role: 'auditor' } },
    ]);
  });
});
