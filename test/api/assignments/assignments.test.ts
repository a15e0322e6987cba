import { assignments, catalog, type BodyInput } from '@dangxiao/contracts';
import { TargetsWorker } from '../../../apps/api/src/modules/assignments/index.ts';
import type { Node, School, SignedIn } from '../../support/factories.ts';
import { publishedCourse, type StudyCourse } from '../../support/study.ts';
import { testApp, type TestApp } from '../../support/test-app.ts';

type Body = BodyInput<typeof assignments.createAssignment>;
const DAY = 86_400_000;

describe('assigned training', () => {
  let t: TestApp;
  let school: School;
  let branch: Node;
  let elsewhere: Node;
  let learner: SignedIn & { personId: string };
  let course: StudyCourse;
  let second: StudyCourse;

  beforeAll(async () => {
    t = await testApp();
    school = await t.make.school();
    branch = await t.make.organization(school.root, { name: '城关支部' });
    elsewhere = await t.make.organization(school.root, { name: '另一支部' });
    learner = await t.make.person({ organization: branch, name: '王五' });
    const lessons = [{ durationMs: 60_000 }];
    course = await publishedCourse(t.asOwner, elsewhere.id, lessons, { title: '安全培训', visibility: 'subtree' });
    second = await publishedCourse(t.asOwner, elsewhere.id, lessons, { title: '进阶', visibility: 'subtree' });
  });
  afterAll(() => t.close());

  const at = (days: number) => new Date(t.clock.now().getTime() + days * DAY).toISOString();
  const filter = (organizationId: string) => ({
    include: [{ by: 'filter' as const, organizations: [{ organizationId, subtree: true }], kinds: [], positions: [] }],
    exclude: [],
    excludeExempt: false,
  });
  const draft = (more: Partial<Body> = {}): Body => ({
    organizationId: school.root.id,
    title: '安全培训任务',
    description: '',
    mode: 'live',
    required: true,
    opensAt: at(0),
    dueAt: at(3),
    graceUntil: at(5),
    items: [{ kind: 'course', id: course.id }],
    rules: filter(branch.id),
    ...more,
  });
  const admin = () => school.administrator.client;
  /** Days go by; the administrator's session does not last them. */
  const pass = async (days: number) => {
    t.clock.advance(days * DAY);
    school.administrator.client = await t.make.signIn(school.administrator.accountId);
  };
  const publish = async (more: Partial<Body> = {}) => {
    const made = await admin().call(assignments.createAssignment, { body: draft(more) });
    const params = { assignmentId: made.id };
    const answer = await admin().call(assignments.publishAssignment, { params, body: { revision: made.revision } });
    await t.get(TargetsWorker).catchUp();
    return answer;
  };
  const mine = async () => (await learner.client.call(assignments.myTraining)).items;
  const complete = (one: StudyCourse) =>
    t.pg.execute(
      `insert into lesson_progress (person_id, lesson_id, course_id, lesson_version_id, updated_at, first_heartbeat_at, completed_at)
       select $1, l.lesson_id, $2, l.id, $3, $3, $3 from lesson_version l where l.course_version_id = $4`,
      [learner.personId, one.id, t.clock.now(), one.versionId],
    );
  const sees = async (id: string) =>
    (await learner.client.answer(catalog.getCourseContent, { params: { courseId: id } })).status;
  const withdraw = async (assignmentId: string) => {
    const { revision } = await admin().call(assignments.getAssignment, { params: { assignmentId } });
    await admin().call(assignments.withdrawAssignment, {
      params: { assignmentId },
      body: { revision, reason: '改期' },
    });
    await t.get(TargetsWorker).catchUp();
  };

  it('previews who and why, and assigns nobody before it is published', async () => {
    const body = { organizationId: school.root.id, rules: filter(branch.id) };
    const preview = await admin().call(assignments.previewAudience, { body });
    expect(preview).toEqual({
      count: 1,
      perRule: [1],
      leftOut: 0,
      nextCursor: null,
      people: [
        {
          personId: learner.personId,
          name: '王五',
          organizationName: '城关支部',
          reasons: [{ by: 'filter', name: '城关支部', kinds: [], positions: [] }],
        },
      ],
    });
    await admin().call(assignments.createAssignment, { body: draft() });
    await t.get(TargetsWorker).catchUp();
    expect(await mine()).toEqual([]);
  });

  it('shows the learner what, until when and why, opens the course, and follows the records to the end', async () => {
    expect(await sees(course.id)).toBe(404);
    const { id, state } = await publish();
    expect(state).toBe('publishing');
    expect(await sees(course.id)).toBe(200);
    expect(await mine()).toMatchObject([
      {
        title: '安全培训任务',
        state: 'not_started',
        reasons: [{ name: '城关支部' }],
        items: [{ done: false, waitsFor: null }],
      },
    ]);
    await pass(4);
    expect(await mine()).toMatchObject([{ state: 'in_grace' }]);
    await pass(2);
    expect(await mine()).toMatchObject([{ state: 'overdue' }]);
    await complete(course);
    expect(await mine()).toMatchObject([{ state: 'finished' }]);
    await t.get(TargetsWorker).catchUp();
    const params = { assignmentId: id };
    const list = await admin().call(assignments.listTargets, { params, query: { state: 'finished' } });
    expect(list).toMatchObject({ total: 1, items: [{ name: '王五', state: 'finished', finishedAt: at(0) }] });
    await withdraw(id);
    expect(await mine()).toEqual([]);
    expect(await sees(course.id)).toBe(404);
    const after = await admin().call(assignments.getAssignment, { params });
    expect(after).toMatchObject({ state: 'withdrawn', withdrawnReason: '改期', counts: { assigned: 0 } });
    expect(after.history.map((entry) => entry.action)).toEqual(['withdrawn', 'published']);
  });

  it('counts what was studied before it was assigned, also when a change asks for it', async () => {
    const finished = { total: 1, items: [{ name: '王五', state: 'finished' }] };
    const targets = (assignmentId: string) => admin().call(assignments.listTargets, { params: { assignmentId } });
    const studied = await publish();
    expect(await targets(studied.id)).toMatchObject(finished);
    const other = await publish({ items: [{ kind: 'course', id: second.id }] });
    expect(await targets(other.id)).toMatchObject({ total: 1, items: [{ state: 'not_started' }] });
    const params = { assignmentId: other.id };
    const { revision } = await admin().call(assignments.getAssignment, { params });
    const body = { revision, items: [{ kind: 'course' as const, id: course.id }], reason: '换课' };
    await admin().call(assignments.updateAssignment, { params, body });
    await t.get(TargetsWorker).catchUp();
    expect(await targets(other.id)).toMatchObject(finished);
    for (const { id } of [studied, other]) await withdraw(id);
  });

  it('keeps the window shut until it opens, and the next course of a programme until the one before is completed', async () => {
    const third = await publishedCourse(t.asOwner, elsewhere.id, [{ durationMs: 60_000 }], {
      title: '第一步',
      visibility: 'subtree',
    });
    const items = [third, second].map(({ id: courseId }) => ({ courseId, needsPrevious: true }));
    const programme = { organizationId: school.root.id, title: '专题', summary: '', items };
    const { id } = await admin().call(assignments.createProgramme, { body: programme });
    const made = await publish({ items: [{ kind: 'programme', id }], opensAt: at(1), dueAt: at(9), graceUntil: null });
    expect(await mine()).toMatchObject([{ upcoming: true }]);
    expect([await sees(third.id), await sees(second.id)]).toEqual([404, 404]);
    await pass(1);
    await t.get(TargetsWorker).catchUp();
    expect([await sees(third.id), await sees(second.id)]).toEqual([200, 404]);
    expect((await mine())[0]?.items).toMatchObject([{ waitsFor: null }, { waitsFor: '第一步' }]);
    await complete(third);
    expect(await sees(second.id)).toBe(200);
    expect(await mine()).toMatchObject([{ state: 'under_way', items: [{ done: true }, { waitsFor: null }] }]);
    await withdraw(made.id);
  });

  it('is a snapshot when asked: who joins later is not assigned, and a change of rules goes through everybody again', async () => {
    const made = await publish({ mode: 'snapshot', rules: filter(elsewhere.id) });
    const newcomer = await t.make.person({ organization: elsewhere });
    await t.get(TargetsWorker).catchUp();
    const params = { assignmentId: made.id };
    expect((await admin().call(assignments.listTargets, { params })).total).toBe(0);
    const { revision } = await admin().call(assignments.getAssignment, { params });
    const people = {
      include: [{ by: 'people' as const, personIds: [newcomer.personId] }],
      exclude: [],
      excludeExempt: false,
    };
    const body = { revision, rules: people, reason: '补充人员' };
    await admin().call(assignments.updateAssignment, { params, body });
    await t.get(TargetsWorker).catchUp();
    expect((await admin().call(assignments.listTargets, { params })).items).toMatchObject([
      { personId: newcomer.personId },
    ]);
    const stale = await admin().answer(assignments.updateAssignment, { params, body });
    expect([stale.status, stale.body.error?.code]).toEqual([409, 'stale_revision']);
    await withdraw(made.id);
  });

  it('finds the people of an uploaded list and says what it did not find', async () => {
    const text = `${learner.login}\n王五,城关支部\n无此人,城关支部\n\n`;
    const body = { organizationId: school.root.id, title: '名单', text };
    const list = await admin().call(assignments.uploadList, { body });
    expect(list).toMatchObject({
      found: 1,
      problems: [
        { line: 2, problem: 'repeated' },
        { line: 3, problem: 'not_found' },
      ],
    });
    const rules = { include: [{ by: 'list' as const, listId: list.id }], exclude: [], excludeExempt: false };
    const preview = await admin().call(assignments.previewAudience, {
      body: { organizationId: school.root.id, rules },
    });
    expect(preview).toMatchObject({ count: 1, people: [{ reasons: [{ by: 'list', name: '名单' }] }] });
  });

  it("does not let a rule, an owner or content reach beyond the administrator's subtrees", async () => {
    const { client } = await t.make.administrator(branch);
    const code = async (more: Partial<Body>) => {
      const body = draft({ organizationId: branch.id, items: [], ...more });
      return (await client.answer(assignments.createAssignment, { body })).body.error?.code;
    };
    expect(await code({ rules: filter(elsewhere.id) })).toBe('organization_not_found');
    expect(await code({ items: [{ kind: 'course', id: course.id }] })).toBe('assignment_content_not_found');
    expect(await code({ organizationId: elsewhere.id })).toBe('organization_not_found');
  });

  it('gives a calendar that programs can subscribe to, whose events keep their identity, until it is revoked', async () => {
    const made = await publish({
      title: '一个很长很长的题目,带逗号;和分号,长到必须折行才放得下',
      dueAt: at(2),
      graceUntil: null,
    });
    const { path } = await learner.client.call(assignments.openCalendar);
    const read = async () => {
      t.clock.advance(2_000);
      return t.visitor().send({ method: 'GET', url: path });
    };
    const first = await read();
    expect([first.status, first.headers['content-type']]).toEqual([200, 'text/calendar; charset=utf-8']);
    const text = first.bytes.toString('utf8');
    const lines = text.split('\r\n');
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
    const unfolded = text.replaceAll('\r\n ', '');
    expect(unfolded).toContain(`UID:${made.id}@dangxiao\r\n`);
    expect(unfolded).toMatch(/SEQUENCE:0\r\n/);
    expect(unfolded).toContain('带逗号\\;和分号');
    const params = { assignmentId: made.id };
    const { revision } = await admin().call(assignments.getAssignment, { params });
    await admin().call(assignments.updateAssignment, { params, body: { revision, dueAt: at(4) } });
    await t.get(TargetsWorker).catchUp();
    expect((await read()).bytes.toString('utf8')).toMatch(/SEQUENCE:1\r\n/);
    expect((await t.visitor().send({ method: 'GET', url: path })).status).toBe(429);
    await learner.client.call(assignments.closeCalendar);
    expect((await read()).status).toBe(404);
  });
});
