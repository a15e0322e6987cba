import { people, reports } from '@dangxiao/contracts';
import type { Client } from '../../support/client.ts';
import type { Node, School } from '../../support/factories.ts';
import { testApp, type TestApp } from '../../support/test-app.ts';

const DAY = 86_400_000;

describe('the overview of an organization', () => {
  let t: TestApp;
  let school: School;
  let left: Node;
  let right: Node;
  beforeAll(async () => {
    t = await testApp();
    t.clock.set('2026-03-31T16:30:00.000Z'); // already April in the school's zone
    school = await t.make.school();
    left = await t.make.organization(school.root, { name: '安定门支部' });
    right = await t.make.organization(school.root, { name: '张家巷支部' });
  });
  afterAll(() => t.close());

  const overview = (node: Node, query = {}, client = school.administrator.client) =>
    client.call(reports.overview, { params: { organizationId: node.id }, query });
  const member = async (organization: Node, name: string, more: Record<string, unknown> = {}) => {
    const { personId } = await t.make.person({ organization, name });
    for (const [column, value] of Object.entries(more))
      await t.pg.execute(`update membership set ${column} = $2 where person_id = $1`, [personId, value]);
    return personId;
  };
  const seqs = new Map<string, number>();
  const earn = async (personId: string, counter: string, hours: string, year = 2026) => {
    const seq = (seqs.get(personId) ?? 0) + 1;
    seqs.set(personId, seq);
    await t.pg.execute(
      `insert into credit_entry (person_id, seq, counter, hours, effective_at, year, organization_id, source_kind, source_id,
         policy_version, evidence, recorded_at, hash)
       select $1, $2, $3, $4, $5, $6, current_organization_id, 'lesson', uuidv7(), 1, '{}', $5, 'x' from person where id = $1`,
      [personId, seq, counter, hours, t.clock.now(), year],
    );
  };

  it('counts who owes hours and who attained all of them, by child and in all', async () => {
    const done = await member(left, '达标');
    await earn(done, 'centralised', '32.00');
    await earn(done, 'online', '50.25');
    const surplus = await member(left, '单项');
    await earn(surplus, 'centralised', '90.00');
    await earn(surplus, 'online', '49.75');
    const lastYear = await member(right, '去年');
    await earn(lastYear, 'centralised', '99.00', 2025);
    const secretary = await member(right, '书记', { position: 'branch_secretary' });
    await earn(secretary, 'centralised', '32.00');
    await earn(secretary, 'online', '50.00');
    const exempt = await member(left, '免修');
    await t.pg.execute(
      `insert into exemption (person_id, kind, reason, valid_from, recorded_at) values ($1, 'ill', '病', '2026-01-01', $2)`,
      [exempt, t.clock.now()],
    );
    await member(left, '群众', { kind: 'non_member' });
    await member(school.root, '机关');

    const figures = await overview(school.root);
    expect(figures).toMatchObject({
      asOf: '2026-04-01',
      counting: { waiting: 0, since: null },
      members: 7,
      owing: 5,
      attained: 1,
      attainmentRate: '0.2000',
      hoursPerHead: '60.80',
      ranking: false,
    });
    expect(figures.children.map(({ name, owing, attained }) => [name, owing, attained])).toEqual([
      ['安定门支部', 2, 1],
      ['张家巷支部', 2, 0],
    ]);
    expect(figures.behind.map(({ missing }) => missing)).toEqual(['82.00', '82.00', '24.00', '0.25']);
    expect(await overview(right)).toMatchObject({ owing: 2, attained: 0, attainmentRate: '0.0000', children: [] });
  });

  it('lists who stands where, a page at a time, by what is missing or by name', async () => {
    const list = (query: object) =>
      school.administrator.client.call(reports.listStandings, { params: { organizationId: school.root.id }, query });
    const first = await list({ state: 'behind', limit: 2 });
    expect(first.total).toBe(4);
    const second = await list({ state: 'behind', limit: 2, cursor: first.nextCursor });
    expect([...first.items, ...second.items].map(({ missing }) => missing)).toEqual([
      '82.00',
      '82.00',
      '24.00',
      '0.25',
    ]);
    expect(second.nextCursor).toBeNull();
    const byName = await list({ sort: 'name', limit: 4 });
    const rest = await list({ sort: 'name', limit: 4, cursor: byName.nextCursor });
    const names = [...byName.items, ...rest.items].map(({ name }) => name);
    expect(names).toEqual([...names].sort((a, b) => a.localeCompare(b, 'zh-Hans-CN')));
    expect(await list({ state: 'exempt' })).toMatchObject({ total: 2, items: [{ missing: '0.00' }, {}] });
    expect((await list({ q: '单' })).items.map(({ name }) => name)).toEqual(['单项']);
    const { client } = school.administrator;
    const wrong = await client.answer(reports.listStandings, {
      params: { organizationId: left.id },
      query: { cursor: 'bm8' },
    });
    expect(wrong.status).toBe(422);
  });

  it('shows what is open now', async () => {
    const personId = await member(right, '申诉');
    await earn(personId, 'online', '0.50');
    await t.pg.execute(
      `insert into credit_appeal (person_id, entry_id, text, created_at)
       select person_id, id, '请复核', $2 from credit_entry where person_id = $1`,
      [personId, t.clock.now()],
    );
    await t.pg.execute(
      `insert into media (organization_id, title, state, progress, source_name, source_bytes, created_at)
       values ($1, '失败的', 'failed', 10, 'a.mp4', 1, $2), ($1, '可播的', 'ready', 100, 'b.mp4', 1, $2)`,
      [right.id, t.clock.now()],
    );
    const figures = await overview(right);
    expect(figures.openAppeals).toBe(1);
    expect(figures.jobs).toMatchObject([{ title: '失败的', state: 'failed', progress: 10 }]);
    expect((await overview(left)).openAppeals).toBe(0);
  });

  it('answers for a past day as it was, for whom it was', async () => {
    const east = await t.make.organization(school.root, { name: '东片', kind: 'committee' });
    const west = await t.make.organization(school.root, { name: '西片', kind: 'committee' });
    const branch = await t.make.organization(east, { name: '流动支部' });
    await member(branch, '某人');
    expect((await overview(east)).members).toBe(1);
    t.clock.advance(40 * DAY);
    const admin = await t.make.signIn(school.administrator.accountId);
    const { revision } = await admin.call(people.getOrganization, { params: { organizationId: branch.id } });
    await admin.call(people.moveOrganization, {
      params: { organizationId: branch.id },
      body: { revision, parentId: west.id },
    });
    const past = { asOf: '2026-04-20' };
    expect([(await overview(east, {}, admin)).members, (await overview(west, {}, admin)).members]).toEqual([0, 1]);
    expect(await overview(east, past, admin)).toMatchObject({
      members: 1,
      children: [{ name: '流动支部', members: 1 }],
    });
    expect(await overview(west, past, admin)).toMatchObject({ members: 0, children: [] });

    const eastern = (await t.make.administrator(east)).client;
    const western = (await t.make.administrator(west)).client;
    const ask = async (who: Client, query: object) =>
      (await who.answer(reports.overview, { params: { organizationId: branch.id }, query })).status;
    expect([await ask(eastern, past), await ask(western, past)]).toEqual([200, 404]);
    expect([await ask(eastern, {}), await ask(western, {})]).toEqual([404, 200]);
    const { trend } = await overview(branch, {}, western);
    expect(trend.map(({ day, figures }) => [day, figures?.members ?? null]).slice(-2)).toEqual([
      ['2026-04-30', null],
      ['2026-05-11', 1],
    ]);
    expect(await ask(western, { asOf: '2020-01-01' })).toBe(200);
    const future = await western.answer(reports.overview, {
      params: { organizationId: west.id },
      query: { asOf: '2027-01-01' },
    });
    expect(future.body.error).toMatchObject({ code: 'validation_failed', fields: [{ path: 'query.asOf' }] });
  });

  it('ranks branches only where the settings allow it', async () => {
    const admin = await t.make.signIn(school.administrator.accountId);
    const params = { organizationId: school.root.id };
    const off = await admin.answer(reports.listRanking, { params });
    expect(off.body.error?.code).toBe('ranking_off');
    await t.pg.execute(
      `insert into organization_setting (organization_id, settings, revision, updated_at) values ($1, '{"ranking": true}', 1, $2)`,
      [school.root.id, t.clock.now()],
    );
    const first = await admin.call(reports.listRanking, { params, query: { limit: 1 } });
    expect(first).toMatchObject({ total: 3, items: [{ rank: 1, name: '安定门支部', attainmentRate: '0.5000' }] });
    const rest = await admin.call(reports.listRanking, { params, query: { limit: 5, cursor: first.nextCursor ?? '' } });
    expect(rest.items.map(({ rank }) => rank)).toEqual([2, 2]);
    expect((await overview(school.root, {}, admin)).ranking).toBe(true);
  });

  it('says what is not counted yet when it is much, and is true again afterwards', async () => {
    const admin = await t.make.signIn(school.administrator.accountId);
    const big = await t.make.organization(school.root, { name: '大党委', kind: 'committee' });
    await t.pg.execute(
      `with p as (
         insert into person (name, initials, current_organization_id, current_kind, created_at)
         select '人' || n, 'r', $1, 'full_member', $2 from generate_series(1, 300) n returning id)
       insert into membership (person_id, organization_id, kind, valid_from, recorded_at)
       select id, $1, 'full_member', '2026-01-01', $2 from p`,
      [big.id, t.clock.now()],
    );
    const before = await overview(big, {}, admin);
    expect(before).toMatchObject({ members: 0, counting: { waiting: 301 } });
    expect(Date.parse(before.counting.since ?? '')).toBeLessThanOrEqual(Date.now());
    const { Standings } = await import('../../../apps/api/src/modules/reports/index.ts');
    await t.get(Standings).recount();
    expect(await overview(big, {}, admin)).toMatchObject({ members: 300, counting: { waiting: 0, since: null } });
  });

  it('is not found for an administrator of another organization', async () => {
    const { client } = await t.make.administrator(left);
    const answer = await client.answer(reports.overview, { params: { organizationId: right.id } });
    expect(answer.body.error?.code).toBe('organization_not_found');
    const instructor = await t.make.administrator(left, 'instructor');
    expect((await instructor.client.answer(reports.overview, { params: { organizationId: left.id } })).status).toBe(
      403,
    );
  });
});
