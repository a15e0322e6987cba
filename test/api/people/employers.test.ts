import { people } from '@dangxiao/contracts';
import { dayIn } from '@dangxiao/domain';
import type { Client } from '../../support/client.ts';
import type { Node, School } from '../../support/factories.ts';
import { testApp, type TestApp } from '../../support/test-app.ts';

describe('employers', () => {
  let t: TestApp;
  let school: School;
  let admin: Client;
  let county: Node;
  let branch: Node;
  beforeAll(async () => {
    t = await testApp();
    school = await t.make.school();
    admin = school.administrator.client;
    county = await t.make.organization(school.root, { name: '县委', kind: 'committee' });
    branch = await t.make.organization(county, { name: '医院支部' });
  });
  afterAll(() => t.close());

  const create = async (name: string, code: string, parentEmployerId: string | null = null) =>
    (await admin.call(people.createEmployer, { body: { name, code, parentEmployerId } })).id;
  const list = async (q?: string, client = admin) =>
    (await client.call(people.listEmployers, { query: q ? { q } : {} })).items;
  const one = async (id: string) => {
    const found = (await list()).find((employer) => employer.id === id);
    if (!found) throw new Error('The employer is not listed');
    return found;
  };
  const nameEmployer = async (organizationId: string, employerId: string | null) => {
    const params = { organizationId };
    const { revision } = await admin.call(people.getOrganization, { params });
    return admin.call(people.updateOrganization, { params, body: { revision, employerId } });
  };
  const code = async (answer: Promise<{ body: { error?: { code: string } } }>) => (await answer).body.error?.code;

  it('are found by name, pinyin initials and code, page by page, and keep a code of their own', async () => {
    const health = await create('青溪县卫生健康局', 'D-10');
    await create('青溪县人民医院', 'D-11', health);
    expect((await list('人民')).map(({ name, parent }) => [name, parent?.name])).toEqual([
      ['青溪县人民医院', '青溪县卫生健康局'],
    ]);
    expect((await list('wsjkj')).map(({ name }) => name)).toEqual(['青溪县卫生健康局']);
    expect((await list('d-1')).map(({ code: found }) => found)).toEqual(['D-11', 'D-10']);
    const first = await admin.call(people.listEmployers, { query: { limit: 1 } });
    expect(first.total).toBe(2);
    const next = await admin.call(people.listEmployers, { query: { limit: 1, cursor: first.nextCursor ?? '' } });
    expect([...first.items, ...next.items].map(({ name }) => name)).toEqual(['青溪县人民医院', '青溪县卫生健康局']);
    const taken = admin.answer(people.createEmployer, { body: { name: '又一个', code: 'D-10' } });
    expect(await code(taken)).toBe('employer_code_taken');
  });

  it('classify organizations and people; the own employer goes before that of the organization', async () => {
    const office = await create('县机关', 'J-1');
    const school1 = await create('县第一中学', 'J-2', office);
    expect(await nameEmployer(branch.id, office)).toMatchObject({ employer: { name: '县机关' } });
    const first = await t.make.person({ organization: branch, name: '随组织' });
    const body = { organizationId: branch.id, name: '自己的', kind: 'full_member' as const, employerId: school1 };
    const { id: second } = await admin.call(people.createPerson, { body });
    const person = (personId: string) => admin.call(people.getPerson, { params: { personId } });
    expect(await person(first.personId)).toMatchObject({ employer: null, organizationEmployer: { name: '县机关' } });
    expect(await person(second)).toMatchObject({ employer: { name: '县第一中学' } });
    expect(await one(office)).toMatchObject({ organizations: 1, people: 1 });
    expect(await one(school1)).toMatchObject({ organizations: 0, people: 1, parent: { name: '县机关' } });
    const named = async (employerId: string, asOf?: string) => {
      const query = { employerId, ...(asOf ? { asOf } : {}) };
      const { items, total } = await admin.call(people.listPeople, { query });
      return [total, ...items.map(({ name }) => name)];
    };
    expect(await named(office)).toEqual([2, '随组织', '自己的']);
    expect(await named(school1)).toEqual([1, '自己的']);
    expect((await named(school1, dayIn('Asia/Shanghai', t.clock.now()))).slice(1)).toEqual(['自己的']);
    const { revision } = await person(second);
    const cleared = { params: { personId: second }, body: { revision, employerId: null } };
    expect(await admin.call(people.updatePerson, cleared)).toMatchObject({ employer: null });
    expect(await one(office)).toMatchObject({ people: 2 });
    const overtaken = admin.answer(people.updatePerson, {
      params: { personId: first.personId },
      body: { revision: 9 },
    });
    expect((await overtaken).body.error).toMatchObject({
      code: 'stale_revision',
      params: { current: { name: '随组织', employer: null, organizationEmployer: { id: office, name: '县机关' } } },
    });
    const late = { params: { organizationId: branch.id }, body: { revision: 9, employerId: null } };
    expect((await admin.answer(people.updateOrganization, late)).body.error).toMatchObject({
      code: 'stale_revision',
      params: { current: { name: '医院支部', employer: { id: office, name: '县机关' } } },
    });
    const node = (organizationId: string) => admin.call(people.getOrganization, { params: { organizationId } });
    const half = { name: '医院第二支部', code: 'SP-1', revision: (await node(branch.id)).revision };
    const split = await admin.call(people.splitOrganization, { params: { organizationId: branch.id }, body: half });
    expect(await node(split.id)).toMatchObject({ employer: { name: '县机关' } });
    const missing = { ...body, name: '无此单位', employerId: first.personId };
    expect(await code(admin.answer(people.createPerson, { body: missing }))).toBe('employer_not_found');
  });

  it('are changed only by whoever administers everybody that is counted to them', async () => {
    const shared = await create('共用单位', 'G-1');
    const elsewhere = await t.make.organization(school.root, { name: '邻县支部' });
    const neighbour = (await t.make.administrator(elsewhere)).client;
    const rename = (client: Client, revision = 1) =>
      client.answer(people.updateEmployer, {
        params: { employerId: shared },
        body: { revision, name: '改名单位' },
      });
    await nameEmployer(branch.id, shared);
    expect(await code(rename(neighbour))).toBe('employer_used_elsewhere');
    await create('共用单位的科室', 'G-2', shared);
    const above = await create('共用单位的上级', 'G-0');
    const put = (client: Client, employerId: string, parentEmployerId: string | null, revision = 1) =>
      client.answer(people.updateEmployer, { params: { employerId }, body: { revision, parentEmployerId } });
    expect((await put(admin, shared, above)).status).toBe(200);
    expect((await put(admin, shared, null)).body.error).toMatchObject({
      code: 'stale_revision',
      params: { current: { name: '共用单位', parent: { id: above, name: '共用单位的上级' }, revision: 2 } },
    });
    expect(await code(put(neighbour, above, null))).toBe('employer_used_elsewhere');
    expect((await put(admin, shared, null, 2)).status).toBe(200);
    expect((await list('共用', neighbour))[0]).toMatchObject({ organizations: 0, people: 0 });
    expect((await rename(admin, 3)).body).toMatchObject({ name: '改名单位', revision: 4 });
    expect((await rename(admin)).body.error).toMatchObject({
      code: 'stale_revision',
      params: { current: { revision: 4 } },
    });
  });

  it('never stand below themselves, and go only while nobody names them', async () => {
    const [upper, lower] = [await create('上级单位', 'S-1'), await create('下级单位', 'S-2')];
    const put = (employerId: string, parentEmployerId: string) =>
      admin.answer(people.updateEmployer, { params: { employerId }, body: { revision: 1, parentEmployerId } });
    const both = await Promise.all([put(lower, upper), put(upper, lower)]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 422]);
    expect(await code(put(upper, upper))).toMatch(/employer_below_itself|stale_revision/);
    const remove = (employerId: string) => admin.answer(people.removeEmployer, { params: { employerId } });
    const above = both[0]?.status === 200 ? upper : lower;
    expect(await code(remove(above))).toBe('employer_in_use');
    const free = await create('无人单位', 'S-3');
    const [removed, named] = await Promise.allSettled([remove(free), nameEmployer(county.id, free)]);
    const gone = removed.status === 'fulfilled' && removed.value.status === 200;
    expect(named.status).toBe(gone ? 'rejected' : 'fulfilled');
    expect((await list('无人单位')).length).toBe(gone ? 0 : 1);
  });
});
