import { people } from '@dangxiao/contracts';
import type { Node, School, SignedIn } from '../../support/factories.ts';
import { testApp, type TestApp } from '../../support/test-app.ts';

const DAY = 86_400_000;

describe('organizations', () => {
  let t: TestApp;
  let school: School;
  let admin: SignedIn['client'];
  beforeAll(async () => {
    t = await testApp();
    school = await t.make.school('城关街道党工委');
    admin = school.administrator.client;
  });
  afterAll(() => t.close());
  afterEach(async () => {
    school.administrator.client = await t.make.signIn(school.administrator.accountId);
    admin = school.administrator.client;
  });

  let number = 0;
  const create = (
    parent: Node | { id: string },
    kind: 'committee' | 'general_branch' | 'branch' | 'party_group',
    name: string,
  ) => admin.call(people.createOrganization, { body: { parentId: parent.id, kind, name, code: `N${(number += 1)}` } });
  const get = (organizationId: string) => admin.call(people.getOrganization, { params: { organizationId } });
  const addThree = async (organizationId: string) => {
    for (const name of ['甲', '乙', '丙']) {
      await admin.call(people.createPerson, { body: { organizationId, name, kind: 'full_member' } });
    }
  };

  it('form a tree that opens level by level, by kind and pinyin, with exact counts', async () => {
    const committee = await create(school.root, 'committee', '教育党委');
    const general = await create(committee, 'general_branch', '第一小学党总支');
    await create(committee, 'branch', '张家巷支部');
    const branch = await create(committee, 'branch', '安定门支部');
    await addThree(general.id);
    await addThree(branch.id);
    const { items } = await admin.call(people.listOrganizations, { query: { parentId: committee.id } });
    expect(items.map(({ name, memberCount }) => [name, memberCount])).toEqual([
      ['第一小学党总支', 3],
      ['安定门支部', 3],
      ['张家巷支部', 0],
    ]);
    const top = await admin.call(people.listOrganizations);
    expect(top.items).toMatchObject([{ id: school.root.id, childCount: 1, memberCount: 0, subtreeMemberCount: 6 }]);
    const detail = await get(branch.id);
    expect(detail.ancestors.map(({ name }) => name)).toEqual(['城关街道党工委', '教育党委']);
    expect(detail.since).toBe('2026-03-02');
  });

  it('are listed page by page', async () => {
    const committee = await create(school.root, 'committee', '分页党委');
    for (const name of ['丁', '丙', '乙', '甲', '戊']) await create(committee, 'branch', `${name}支部`);
    const names: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const query: { parentId: string; limit: number; cursor?: string } = { parentId: committee.id, limit: 2 };
      if (cursor) query.cursor = cursor;
      const page = await admin.call(people.listOrganizations, { query });
      names.push(...page.items.map((item) => item.name));
      cursor = page.nextCursor;
    }
    expect(names).toEqual(['丙支部', '丁支部', '甲支部', '戊支部', '乙支部']);
    const answer = await admin.answer(people.listOrganizations, { query: { cursor: 'nonsense' } });
    expect(answer.body.error?.code).toBe('validation_failed');
  });

  it('stand only where their kind may stand', async () => {
    const branch = await create(school.root, 'branch', '某支部');
    const body = { parentId: branch.id, name: '不行', code: 'X1' };
    const answer = await admin.answer(people.createOrganization, { body: { ...body, kind: 'committee' } });
    expect(answer.body.error?.code).toBe('organization_kind_not_allowed');
    await create(branch, 'party_group', '第一党小组');
    const { revision } = await get(branch.id);
    const update = await admin.answer(people.updateOrganization, {
      params: { organizationId: branch.id },
      body: { revision, kind: 'general_branch' },
    });
    expect(update.body.error?.code).toBe('organization_kind_not_allowed');
  });

  it('keep their history: what was so, and when we knew it', async () => {
    const { id } = await create(school.root, 'branch', '旧名支部');
    t.clock.advance(3 * DAY);
    admin = await t.make.signIn(school.administrator.accountId);
    const rename = async (name: string) => {
      const { revision } = await get(id);
      return admin.call(people.updateOrganization, { params: { organizationId: id }, body: { revision, name } });
    };
    await rename('新名支部');
    t.clock.advance(60_000);
    expect(await rename('正名支部')).toMatchObject({ name: '正名支部', revision: 3 });
    const rows = await t.pg.query(
      `select name, valid_from, valid_to, superseded_at is null as known from organization_version
       where organization_id = $1 order by recorded_at, valid_from`,
      [id],
    );
    expect(rows).toEqual([
      { name: '旧名支部', valid_from: '2026-03-02', valid_to: null, known: false },
      { name: '旧名支部', valid_from: '2026-03-02', valid_to: '2026-03-05', known: true },
      { name: '新名支部', valid_from: '2026-03-05', valid_to: null, known: false },
      { name: '正名支部', valid_from: '2026-03-05', valid_to: null, known: true },
    ]);
  });

  it('refuse an edit of an older revision and show the present one; of two at once one wins', async () => {
    const { id } = await create(school.root, 'branch', '争用支部');
    const edit = (name: string) =>
      admin.answer(people.updateOrganization, { params: { organizationId: id }, body: { revision: 1, name } });
    const answers = await Promise.all([edit('甲名'), edit('乙名')]);
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409]);
    const stale = answers.find((answer) => answer.status === 409)?.body.error;
    const winner = answers.find((answer) => answer.status === 200)?.body;
    expect(stale).toMatchObject({ code: 'stale_revision', params: { current: { name: winner?.name, revision: 2 } } });
  });

  it('have a code of their own', async () => {
    const first = await create(school.root, 'branch', '代码支部');
    const { code } = await get(first.id);
    const body = { parentId: school.root.id, kind: 'branch' as const, name: '又一个', code };
    const answer = await admin.answer(people.createOrganization, { body });
    expect(answer.body.error?.code).toBe('organization_code_taken');
  });

  it('are found by name, pinyin initials and code, in the own subtrees only', async () => {
    const left = await create(school.root, 'committee', '水利党委');
    const branch = await create(left, 'branch', '龙潭水库支部');
    const right = await create(school.root, 'committee', '水务党委');
    const find = async (q: string, client = admin) => {
      const { items } = await client.call(people.searchOrganizations, { query: { q } });
      return items.map((item) => item.name);
    };
    expect(await find('水')).toEqual(['水利党委', '水务党委', '龙潭水库支部']);
    expect(await find('ltsk')).toEqual(['龙潭水库支部']);
    expect(await find((await get(right.id)).code)).toContain('水务党委');
    expect(await find('%')).toEqual([]);
    const [row] = await t.pg.query<Node>('select id, path::text from organization where id = $1', [left.id]);
    const local = await t.make.administrator(row as Node);
    expect(await find('水', local.client)).toEqual(['水利党委', '龙潭水库支部']);
    const { items } = await local.client.call(people.searchOrganizations, { query: { q: '龙潭' } });
    expect(items[0]?.trail.map(({ name }) => name)).toEqual(['水利党委']);
    expect((await local.client.call(people.listOrganizations)).items.map((item) => item.id)).toEqual([left.id]);
    const elsewhere = [
      await local.client.answer(people.getOrganization, { params: { organizationId: right.id } }),
      await local.client.answer(people.listOrganizations, { query: { parentId: school.root.id } }),
      await local.client.answer(people.createOrganization, {
        body: { parentId: right.id, kind: 'branch', name: '越界', code: 'X9' },
      }),
      await local.client.answer(people.updateOrganization, {
        params: { organizationId: right.id },
        body: { revision: 1, name: '越界' },
      }),
    ];
    expect(elsewhere.map((answer) => answer.body.error?.code)).toEqual(Array(4).fill('organization_not_found'));
    expect(
      (await local.client.call(people.getOrganization, { params: { organizationId: branch.id } })).ancestors,
    ).toEqual([{ id: left.id, name: '水利党委' }]);
  });
});
