import { setTimeout as sleep } from 'node:timers/promises';
import { assignments, people as peopleContract, type AudienceRulesInput } from '@dangxiao/contracts';
import { UnitOfWork } from '../../../apps/api/src/database/unit-of-work.ts';
import { TargetsWorker } from '../../../apps/api/src/modules/assignments/index.ts';
import { locks, shareLockFor } from '../../../apps/api/src/database/locks.ts';
import type { Node, School, SignedIn } from '../../support/factories.ts';
import { publishedCourse, type StudyCourse } from '../../support/study.ts';
import { testApp, type TestApp } from '../../support/test-app.ts';

const DAY = 86_400_000;

describe('changing assigned training', () => {
  let t: TestApp;
  let school: School;
  let north: Node;
  let south: Node;
  let first: StudyCourse;
  let second: StudyCourse;
  let people: (SignedIn & { personId: string })[];

  beforeAll(async () => {
    t = await testApp();
    school = await t.make.school();
    north = await t.make.organization(school.root, { name: '城北支部' });
    south = await t.make.organization(school.root, { name: '城南支部' });
    first = await publishedCourse(t.asOwner, school.root.id, [{ durationMs: 60_000 }], { title: '第一课' });
    second = await publishedCourse(t.asOwner, school.root.id, [{ durationMs: 60_000 }], { title: '第二课' });
    people = [];
    for (const organization of [north, north, south])
      people.push(await t.make.person({ organization, name: `人${people.length}` }));
  });
  afterAll(() => t.close());

  const admin = () => school.administrator.client;
  const under = (...nodes: Node[]): AudienceRulesInput => ({
    include: nodes.map(({ id }) => ({
      by: 'filter',
      organizations: [{ organizationId: id, subtree: true }],
      kinds: [],
      positions: [],
    })),
    exclude: [],
    excludeExempt: false,
  });
  const draft = async (rules: AudienceRulesInput, items: { kind: 'course' | 'programme'; id: string }[]) =>
    admin().call(assignments.createAssignment, {
      body: {
        organizationId: school.root.id,
        title: '任务',
        description: '',
        mode: 'live',
        required: true,
        opensAt: t.clock.now().toISOString(),
        dueAt: null,
        graceUntil: null,
        items,
        rules,
      },
    });
  const publish = async ({ id, revision }: { id: string; revision: number }) => {
    await admin().call(assignments.publishAssignment, { params: { assignmentId: id }, body: { revision } });
    await t.get(TargetsWorker).catchUp();
    return { params: { assignmentId: id } };
  };
  const course = () => [{ kind: 'course' as const, id: first.id }];

  it('shows who would join and who would leave, with their reasons, and changes nothing', async () => {
    const one = await publish(await draft(under(north), course()));
    const body = { rules: under(south) };
    const preview = await admin().call(assignments.previewChange, { ...one, body });
    expect(preview).toMatchObject({
      count: 1,
      join: { count: 1, people: [{ name: '人2', reasons: [{ name: '城南支部' }] }] },
      leave: { count: 2, started: 0, people: [{ reasons: [{ name: '城北支部' }] }, {}] },
    });
    expect((await admin().call(assignments.listTargets, one)).total).toBe(2);
  });

  it('counts by rule and by whom an exclusion leaves out, page by page', async () => {
    const { personId } = people[0] ?? { personId: '' };
    const rules = { ...under(north, school.root), exclude: [{ by: 'people' as const, personIds: [personId] }] };
    const ask = (cursor?: string) =>
      admin().call(assignments.previewAudience, {
        body: { organizationId: school.root.id, rules, limit: 1, ...(cursor ? { cursor } : {}) },
      });
    const page = await ask();
    expect(page).toMatchObject({ count: 2, perRule: [1, 2], leftOut: 1, people: [{ name: '人1' }] });
    expect(await ask(page.nextCursor ?? '')).toMatchObject({
      count: null,
      people: [{ name: '人2' }],
      nextCursor: null,
    });
  });

  it('says what each step of the history changed, and lists who was assigned at the end of a past day', async () => {
    const one = await publish(await draft(under(north), course()));
    const day = t.clock.now().toISOString().slice(0, 10);
    t.clock.advance(2 * DAY);
    school.administrator.client = await t.make.signIn(school.administrator.accountId);
    const { revision } = await admin().call(assignments.getAssignment, one);
    await admin().call(assignments.updateAssignment, {
      ...one,
      body: { revision, rules: under(south), title: '新题目', reason: '调整' },
    });
    await t.get(TargetsWorker).catchUp();
    const { history, counts } = await admin().call(assignments.getAssignment, one);
    expect(history[0]).toMatchObject({ action: 'changed', reason: '调整', changed: ['title', 'rules'] });
    expect(counts.assigned).toBe(1);
    const names = async (query: object) =>
      (await admin().call(assignments.listTargets, { ...one, query })).items.map(({ name }) => name);
    expect(await names({})).toEqual(['人2']);
    expect(await names({ asOf: day })).toEqual(['人0', '人1']);
    expect(await names({ asOf: day, state: 'released' })).toEqual([]);
    expect(await names({ state: 'released' })).toEqual(['人0', '人1']);
    expect(await names({ asOf: day, organizationId: south.id })).toEqual([]);
  });

  it('keeps the path of a programme that was published, takes the newest one at publication, and stops offering an archived one', async () => {
    const path = (...courses: StudyCourse[]) => courses.map(({ id }) => ({ courseId: id, needsPrevious: true }));
    const made = { organizationId: school.root.id, title: '专题', summary: '', items: path(first) };
    const { id } = await admin().call(assignments.createProgramme, { body: made });
    const waiting = await draft(under(north), [{ kind: 'programme', id }]);
    const params = { programmeId: id };
    const changed = await admin().call(assignments.updateProgramme, {
      params,
      body: { revision: 1, items: path(second, first) },
    });
    expect(changed).toMatchObject({ revision: 2, usedBy: 1, items: [{ title: '第二课' }, { title: '第一课' }] });
    const one = await publish(waiting);
    const steps = async () =>
      (await people[0]?.client.call(assignments.myTraining))?.items
        .find((item) => item.assignmentId === one.params.assignmentId)
        ?.items.map(({ title }) => title);
    expect(await steps()).toEqual(['第二课', '第一课']);
    const stale = await admin().answer(assignments.updateProgramme, { params, body: { revision: 1, title: 'x' } });
    expect([stale.status, stale.body.error?.code]).toEqual([409, 'stale_revision']);
    await admin().call(assignments.updateProgramme, {
      params,
      body: { revision: 2, items: path(second), archived: true },
    });
    expect(await steps()).toEqual(['第二课', '第一课']);
    expect((await admin().call(assignments.getAssignment, one)).items).toMatchObject([{ outdated: true }]);
    expect((await admin().call(assignments.findContent, { query: { kind: 'programme' } })).items).toEqual([]);
    expect((await admin().call(assignments.listProgrammes, { query: { archived: 'true' } })).items).toHaveLength(1);
  });

  it('shows whom a saved audience reaches and who uses it, and offers it no more when it is archived', async () => {
    const { include } = under(north);
    const rules = { include: include as never, exclude: [], excludeExempt: false };
    const body = { organizationId: school.root.id, title: '城北', rules };
    const { id } = await admin().call(assignments.createSavedAudience, { body });
    const saved = { include: [{ by: 'saved' as const, audienceId: id }], exclude: [], excludeExempt: false };
    const user = await draft(saved, course());
    const params = { audienceId: id };
    expect(await admin().call(assignments.getSavedAudience, { params })).toMatchObject({
      count: 2,
      usedBy: 1,
      assignments: [{ id: user.id, state: 'draft' }],
      names: { [north.id]: '城北支部' },
    });
    await admin().call(assignments.updateSavedAudience, { params, body: { revision: 1, archived: true } });
    const stale = await admin().answer(assignments.updateSavedAudience, { params, body: { revision: 1, rules } });
    expect(stale.body.error).toMatchObject({
      code: 'stale_revision',
      params: { current: { title: '城北', rules: { include }, names: { [north.id]: '城北支部' }, revision: 2 } },
    });
    const refused = await admin().answer(assignments.previewAudience, {
      body: { organizationId: school.root.id, rules: saved },
    });
    expect(refused.body.error?.code).toBe('audience_not_found');
    expect((await admin().call(assignments.listSavedAudiences, { query: { q: '城北' } })).items).toEqual([]);
  });

  it('throws away a draft, never what was published', async () => {
    const { id } = await draft(under(north), course());
    const params = { assignmentId: id };
    await admin().call(assignments.deleteAssignment, { params });
    expect((await admin().answer(assignments.getAssignment, { params })).status).toBe(404);
    const one = await publish(await draft(under(north), course()));
    const answer = await admin().answer(assignments.deleteAssignment, one);
    expect([answer.status, answer.body.error?.code]).toEqual([409, 'assignment_not_draft']);
  });

  it('lets whoever decides an audience refer to an organization whose mover waits for it', async () => {
    const node = await t.make.organization(school.root, { kind: 'committee' });
    const body = { parentId: school.root.id, revision: 1 };
    const below = await t.make.organization(node, { kind: 'committee' });
    let moving: Promise<unknown> = Promise.resolve();
    await t.get(UnitOfWork).run(async (tx) => {
      await shareLockFor(tx, locks.paths);
      moving = admin().call(peopleContract.moveOrganization, { params: { organizationId: below.id }, body });
      await sleep(300);
      await tx.execute(`set local lock_timeout = '500ms'`);
      expect(await tx.query('select from organization where id = $1 for key share', [below.id])).toHaveLength(1);
    });
    await moving;
  });

  it('lists who stands in an uploaded list', async () => {
    const body = { organizationId: school.root.id, title: '名单', text: people.map(({ login }) => login).join('\n') };
    const { id } = await admin().call(assignments.uploadList, { body });
    const list = await admin().call(assignments.listListPeople, { params: { listId: id }, query: { q: '人1' } });
    expect(list).toMatchObject({ total: 1, items: [{ name: '人1', organizationName: '城北支部' }] });
  });

  it('keeps tallies equal to the targets themselves', async () => {
    await t.get(TargetsWorker).catchUp();
    const sums = (table: string, columns: string) =>
      t.pg.query(`select assignment_id, ${columns} from ${table} group by 1 having sum(1) > 0 order by 1`);
    const tallied = await sums(
      'assignment_tally',
      'sum(assigned)::int as assigned, sum(started)::int as started, sum(finished)::int as finished',
    );
    const counted = await sums(
      'assignment_target',
      `count(*) filter (where released_at is null)::int as assigned,
       count(started_at) filter (where released_at is null)::int as started,
       count(finished_at) filter (where released_at is null)::int as finished`,
    );
    expect(counted.length).toBeGreaterThan(2);
    expect(tallied).toEqual(counted);
  });
});
