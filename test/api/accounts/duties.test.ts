import { accounts, audit, people } from '@dangxiao/contracts';
import type { RoleName } from '@dangxiao/domain';
import type { Node, School, SignedIn } from '../../support/factories.ts';
import { testApp, type TestApp } from '../../support/test-app.ts';

/** System, security and audit with different people, where the school asks for it. */
describe('separated duties', () => {
  let t: TestApp;
  let school: School;
  let node: Node;
  let security: SignedIn & { personId: string };
  let auditor: SignedIn & { personId: string };
  const member = () => t.make.person({ organization: school.root });
  const grant = async (by: SignedIn, personId: string, role: RoleName, at = school.root) =>
    (await by.client.answer(accounts.grantRole, { params: { personId }, body: { role, organizationId: at.id } })).body;
  const separate = (by: SignedIn, at: Node, separatedDuties: boolean) =>
    by.client.answer(accounts.setSecurity, {
      params: { organizationId: at.id },
      body: { twoFactor: false, separatedDuties },
    });

  beforeAll(async () => {
    t = await testApp();
    school = await t.make.school();
    node = await t.make.organization(school.root, { kind: 'general_branch' });
    security = await member();
    auditor = await member();
  });
  afterAll(() => t.close());

  it('need somebody for each first', async () => {
    expect((await separate(school.administrator, school.root, true)).body.error?.code).toBe('duties_incomplete');
    await grant(school.administrator, security.personId, 'security_administrator');
    expect((await separate(school.administrator, school.root, true)).body.error?.code).toBe('duties_incomplete');
    await grant(school.administrator, security.personId, 'auditor');
    expect((await separate(school.administrator, school.root, true)).body.error?.code).toBe('duties_incomplete');
    await grant(school.administrator, auditor.personId, 'auditor');
    expect((await separate(school.administrator, school.root, true)).body.error).toMatchObject({
      code: 'duties_conflict',
    });
    const { items } = await school.administrator.client.call(accounts.listRoleGrants, {
      params: { personId: security.personId },
    });
    const second = items.find(({ role }) => role === 'auditor');
    await school.administrator.client.call(accounts.revokeRole, { params: { grantId: second?.id ?? '' } });
    expect((await separate(school.administrator, school.root, true)).status).toBe(200);
  });

  it('leave the school administrator neither security nor audit, at once', async () => {
    const { client } = school.administrator;
    const { permissions } = await client.call(accounts.me);
    expect(permissions).toContain('organizations.write');
    expect(permissions.filter((one) => /^(accounts|roles|security|audit)\./.test(one))).toEqual([]);
    expect((await client.answer(audit.listEvents)).body.error?.code).toBe('not_allowed');
    expect((await grant(school.administrator, (await member()).personId, 'instructor')).error?.code).toBe(
      'not_allowed',
    );
    expect((await client.answer(people.listOrganizations)).status).toBe(200);
  });

  it('let the security administrator assign every duty, each to somebody else, and none to themselves', async () => {
    const chief = await member();
    expect((await grant(security, chief.personId, 'system_administrator')).level).toBe(1);
    expect((await grant(security, security.personId, 'auditor')).error?.code).toBe('grant_to_oneself');
    expect((await grant(security, chief.personId, 'auditor')).error?.code).toBe('duties_conflict');
    expect((await grant(security, chief.personId, 'auditor', node)).error?.code).toBe('duties_conflict');
    expect((await grant(security, chief.personId, 'instructor')).error).toBeUndefined();
    expect((await grant(security, auditor.personId, 'security_administrator', node)).error?.code).toBe(
      'duties_conflict',
    );
    expect((await grant(auditor, chief.personId, 'instructor')).error?.code).toBe('not_allowed');
  });

  it('give two duties to nobody who is granted both at the same moment', async () => {
    const person = await member();
    const both = await Promise.all([
      grant(security, person.personId, 'system_administrator'),
      grant(security, person.personId, 'auditor'),
    ]);
    expect(both.filter(({ error }) => error?.code === 'duties_conflict')).toHaveLength(1);
  });

  it('hold for every organization below, and are ended only by who keeps security', async () => {
    const seen = await auditor.client.call(accounts.getSecurity, { params: { organizationId: node.id } });
    expect(seen.separatedDuties).toEqual({ on: true, above: true });
    expect((await separate(auditor, school.root, false)).body.error?.code).toBe('not_allowed');
    expect((await separate(school.administrator, school.root, false)).body.error?.code).toBe('not_allowed');
    const { revision } = await school.administrator.client.call(people.getSettings, {
      params: { organizationId: school.root.id },
    });
    const around = await school.administrator.client.answer(people.updateSettings, {
      params: { organizationId: school.root.id },
      body: { revision, own: { separatedDuties: false } },
    });
    expect(around.body.error?.fields).toMatchObject([{ path: 'own.separatedDuties', code: 'elsewhere' }]);
    await school.administrator.client.call(people.updateSettings, {
      params: { organizationId: school.root.id },
      body: { revision, own: { ranking: true } },
    });
    const after = await auditor.client.call(accounts.getSecurity, { params: { organizationId: node.id } });
    expect(after.separatedDuties.on).toBe(true);
    expect((await separate(security, school.root, false)).status).toBe(200);
    expect((await school.administrator.client.answer(audit.listEvents)).status).toBe(200);
  });
});
