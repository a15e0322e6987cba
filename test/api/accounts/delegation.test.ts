import { accounts } from '@dangxiao/contracts';
import type { RoleName } from '@dangxiao/domain';
import type { Node, School, SignedIn } from '../../support/factories.ts';
import { testApp, type TestApp } from '../../support/test-app.ts';

type Person = SignedIn & { personId: string };

/** Roles that are passed on, three levels deep at most, and what happens to them when one above ends. */
describe('delegation', () => {
  let t: TestApp;
  let school: School;
  let left: Node;
  beforeAll(async () => {
    t = await testApp();
    school = await t.make.school();
    left = await t.make.organization(school.root, { kind: 'general_branch' });
  });
  afterAll(() => t.close());

  const member = () => t.make.person({ organization: left });
  const grant = (by: SignedIn, to: Person, role: RoleName = 'organization_administrator', node = left) =>
    by.client.answer(accounts.grantRole, {
      params: { personId: to.personId },
      body: { role, organizationId: node.id },
    });
  const granted = async (...input: Parameters<typeof grant>) => {
    const { body } = await grant(...input);
    return { id: String(body.id), level: Number(body.level), code: body.error?.code };
  };
  const revoke = (by: SignedIn, grantId: string, dependents?: 'keep' | 'revoke') =>
    by.client.answer(accounts.revokeRole, { params: { grantId }, query: { dependents } });
  const rolesOf = async (person: Person) =>
    (
      await school.administrator.client.call(accounts.listRoleGrants, { params: { personId: person.personId } })
    ).items.filter(({ role }) => role !== 'learner');
  /** school → first → second → third */
  const line = async () => {
    const [first, second, third] = [await member(), await member(), await member()];
    const one = await granted(school.administrator, first);
    const two = await granted(first, second);
    const three = await granted(second, third);
    return { people: { first, second, third }, grants: [one, two, three] as const };
  };

  it('is refused below the third level, also to two who ask at once', async () => {
    const { people, grants } = await line();
    expect(grants.map(({ level }) => level)).toEqual([1, 2, 3]);
    const more = [await member(), await member()];
    const answers = await Promise.all(more.map((person) => grant(people.third, person)));
    expect(answers.map(({ status, body }) => [status, body.error?.code, body.error?.params])).toEqual(
      more.map(() => [409, 'delegation_too_deep', { levels: 3 }]),
    );
    expect(await rolesOf(more[0] as Person)).toEqual([]);
  });

  it('records who granted at which level, and says who may end it', async () => {
    const { people, grants } = await line();
    expect(await rolesOf(people.second)).toMatchObject([{ level: 2, dependents: 1, revocable: true }]);
    const seen = await people.second.client.call(accounts.listDelegations, {
      query: { organizationId: left.id, limit: 500 },
    });
    const row = seen.items.find(({ id }) => id === grants[2].id);
    expect(row).toMatchObject({ parentId: grants[1].id, level: 3, revocable: true });
    expect(seen.items.find(({ id }) => id === grants[0].id)).toMatchObject({ revocable: false, parentId: null });
  });

  it('is taken back from above, never from beside, from below, or by oneself', async () => {
    const { people, grants } = await line();
    const beside = await member();
    await granted(people.first, beside);
    for (const who of [people.third, people.second, beside])
      expect((await revoke(who, grants[1].id, 'revoke')).body.error?.code).toBe('grant_exceeds_own');
    expect((await revoke(people.first, grants[1].id, 'revoke')).status).toBe(200);
  });

  it('never goes to oneself', async () => {
    const { people } = await line();
    expect((await granted(people.first, people.first, 'auditor')).code).toBe('grant_to_oneself');
  });

  it('shows what depends on it before it ends, and ends or keeps that as asked', async () => {
    const { people, grants } = await line();
    const { client } = school.administrator;
    const { items } = await client.call(accounts.listDependents, { params: { grantId: grants[0].id } });
    expect(items.map(({ id }) => id)).toEqual([grants[1].id, grants[2].id]);
    const refused = await revoke(school.administrator, grants[0].id);
    expect(refused.body.error).toMatchObject({ code: 'grant_has_dependents', params: { count: 2 } });
    expect(await rolesOf(people.first)).toHaveLength(1);
    await revoke(school.administrator, grants[0].id, 'keep');
    expect(await rolesOf(people.first)).toEqual([]);
    expect(await rolesOf(people.second)).toMatchObject([{ level: 1 }]);
    expect(await rolesOf(people.third)).toMatchObject([{ level: 2 }]);
    expect((await granted(people.third, await member())).level).toBe(3);
    await revoke(school.administrator, grants[1].id, 'revoke');
    expect(await rolesOf(people.third)).toEqual([]);
    const events = await t.pg.query('select before from audit_event where object_id = $1 and before is not null', [
      people.third.personId,
    ]);
    expect(events).toMatchObject([{ before: { role: 'organization_administrator', dependent: true } }]);
  });

  it('leaves no role under one that ended at the same moment', async () => {
    for (let round = 0; round < 6; round += 1) {
      const first = await member();
      const one = await granted(school.administrator, first);
      const others = [await member(), await member(), await member()];
      const calls = others.map((person) => grant(first, person));
      calls.splice(round % 4, 0, revoke(school.administrator, one.id, 'revoke'));
      for (const { status } of await Promise.all(calls)) expect([200, 403]).toContain(status);
      const orphans = await t.pg.query(
        `select g.id from role_grant g join role_grant up on up.id = g.parent_id
         where g.revoked_at is null and up.revoked_at is not null`,
      );
      expect(orphans).toEqual([]);
    }
  });

  it('refuses what is no role or no organization by name', async () => {
    const person = await member();
    const answer = await school.administrator.client.answer(accounts.grantRole, {
      params: { personId: person.personId },
      body: { role: 'emperor' as never, organizationId: 'x' },
    });
    expect(answer.status).toBe(422);
    expect(answer.body.error?.fields?.map(({ path }) => path).sort()).toEqual(['organizationId', 'role']);
  });
});
