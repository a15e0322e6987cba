import { reports } from '@dangxiao/contracts';
import type { Node, School } from '../../support/factories.ts';
import { testApp, type TestApp } from '../../support/test-app.ts';

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

  const overview = (node: Node) =>
    school.administrator.client.call(reports.overview, { params: { organizationId: node.id } });
  const member = (organization: Node, name: string, more: Record<string, unknown> = {}) =>
    t.make.person({ organization, name }).then(async ({ personId }) => {
      for (const [column, value] of Object.entries(more)) {
        await t.pg.execute(`update person set ${column} = $2 where id = $1`, [personId, value]);
      }
      return personId;
    });
  const balance = (personId: string, counter: string, hours: string, year = 2026) =>
    t.pg.execute('insert into credit_balance values ($1, $2, $3, $4)', [personId, year, counter, hours]);

  it('counts who owes hours and who attained all of them, by child and in all', async () => {
    const done = await member(left, '达标');
    await balance(done, 'centralised', '32.00');
    await balance(done, 'online', '50.25');
    const surplus = await member(left, '单项');
    await balance(surplus, 'centralised', '90.00');
    await balance(surplus, 'online', '49.75');
    const lastYear = await member(right, '去年');
    await balance(lastYear, 'centralised', '99.00', 2025);
    const secretary = await member(right, '书记', { current_position: 'branch_secretary' });
    await balance(secretary, 'centralised', '32.00');
    await balance(secretary, 'online', '50.00');
    await member(left, '免修', { exempt: true });
    await member(left, '群众', { current_kind: 'non_member' });
    await member(school.root, '机关');

    const figures = await overview(school.root);
    expect(figures).toMatchObject({ people: 5, attained: 1, attainmentRate: '0.2000', hoursPerHead: '60.80' });
    expect(figures.children.map(({ name, people, attained }) => [name, people, attained])).toEqual([
      ['安定门支部', 2, 1],
      ['张家巷支部', 2, 0],
    ]);
    expect(figures.behind.map(({ name, missing }) => [name, missing])).toEqual([
      ['机关', '82.00'],
      ['去年', '82.00'],
      ['书记', '24.00'],
      ['单项', '0.25'],
    ]);
    expect(await overview(right)).toMatchObject({ people: 2, attained: 0, attainmentRate: '0.0000', children: [] });
  });

  it('shows hours by month of this year in the zone of the school, and what is open', async () => {
    const personId = await member(right, '趋势');
    const entry = (seq: number, hours: string, at: string) =>
      t.pg.execute(
        `insert into credit_entry (person_id, seq, counter, hours, effective_at, year, organization_id, source_kind, source_id,
           policy_version, evidence, recorded_at, hash)
         values ($1, $2, 'online', $3, $4, 2026, $5, 'lesson', uuidv7(), 1, '{}', $4, 'x') returning id`,
        [personId, seq, hours, at, right.id],
      );
    await entry(1, '0.50', '2026-01-31T15:59:00Z');
    await entry(2, '1.00', '2026-01-31T16:00:00Z');
    await entry(3, '0.25', '2026-03-31T16:00:00Z');
    await t.pg.execute(
      `insert into credit_appeal (person_id, entry_id, text, created_at)
       select person_id, id, '请复核', $2 from credit_entry where person_id = $1 and seq = 1`,
      [personId, t.clock.now()],
    );
    await t.pg.execute(
      `insert into media (organization_id, title, state, progress, source_name, source_bytes, created_at)
       values ($1, '失败的', 'failed', 10, 'a.mp4', 1, $2), ($1, '可播的', 'ready', 100, 'b.mp4', 1, $2)`,
      [right.id, t.clock.now()],
    );
    const figures = await overview(right);
    expect(figures.trend).toEqual([
      { month: '2026-01', hours: '0.50' },
      { month: '2026-02', hours: '1.00' },
      { month: '2026-03', hours: '0.00' },
      { month: '2026-04', hours: '0.25' },
    ]);
    expect(figures.openAppeals).toBe(1);
    expect(figures.jobs).toMatchObject([{ title: '失败的', state: 'failed', progress: 10 }]);
    expect((await overview(left)).openAppeals).toBe(0);
  });

  it('counts a learner once in a week, and only who really played', async () => {
    const node = await t.make.organization(school.root, { name: '活跃支部' });
    const day = 86_400_000;
    const at = (days: number) => new Date(t.clock.now().getTime() - days * day).toISOString();
    const lease = (personId: string, from: string, to: string, seq: number) => `
      insert into playback_lease (person_id, lesson_id, lesson_version_id, course_id, duration_ms, completion_percent, max_rate, policy_version,
        started_at, last_beat_at, seq, ended_at)
      values ('${personId}', uuidv7(), uuidv7(), uuidv7(), 60000, 90, 150, 1, '${from}', '${to}', ${seq}, '${to}');`;
    const [both, before, never] = [await member(node, '两周'), await member(node, '上周'), await member(node, '没学')];
    // Leases of no lesson: only who and when matter here.
    await t.asOwner(`set session_replication_role = replica;
      ${lease(both, at(3), at(3), 4)} ${lease(both, at(2), at(2), 4)} ${lease(both, at(8), at(8), 1)}
      ${lease(before, at(14), at(13.9), 1)} ${lease(never, at(1), at(1), 0)}`);
    expect(await overview(node)).toMatchObject({ activeLast7Days: 1, activePrevious7Days: 2 });
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

  it('stays quick for a large organization', async () => {
    const big = await t.make.organization(school.root, { name: '大党委', kind: 'committee' });
    await t.asOwner(
      `insert into organization (parent_id, path, name, initials, code, kind, created_at)
       select $1, ($2::text || '.b' || n)::ltree, '支部' || n, 'zb', 'big' || n, 'branch', $3 from generate_series(1, 100) n`,
      [big.id, big.path, t.clock.now()],
    );
    await t.asOwner(
      `insert into person (name, initials, current_organization_id, current_kind, created_at)
       select '人' || n, 'r', o.id, 'full_member', $2 from generate_series(1, 100) n, organization o where o.parent_id = $1`,
      [big.id, t.clock.now()],
    );
    await t.asOwner(
      `insert into credit_balance select p.id, 2026, c, 40 from person p, unnest(array['centralised', 'online']) c
       where p.initials = 'r'`,
    );
    await t.asOwner('analyze');
    const began = performance.now();
    const figures = await overview(big);
    expect(figures).toMatchObject({ people: 10_000, attained: 0 });
    expect(figures.children).toHaveLength(100);
    expect(performance.now() - began).toBeLessThan(2_000);
  });
});
