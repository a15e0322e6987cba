import { notices } from '@dangxiao/contracts';
import { Reminders } from '../../../apps/api/src/modules/notices/index.ts';
import type { Node, School, SignedIn } from '../../support/factories.ts';
import { testApp, type TestApp } from '../../support/test-app.ts';

const DAY = 86_400_000;

/** Reminders of assigned training: each step once a person and deadline, whatever happens meanwhile. */
describe('reminders', () => {
  let t: TestApp;
  let school: School;
  let branch: Node;
  const start = '2026-03-02T01:00:00.000Z';
  const dueAt = '2026-03-20T10:00:00.000Z';

  beforeAll(async () => {
    t = await testApp();
    school = await t.make.school();
  });
  beforeEach(async () => {
    t.clock.set(start);
    branch = await t.make.organization(school.root);
  });
  afterEach(() =>
    t.pg.execute(`update assignment set state = 'withdrawn', withdrawn_at = now() where state = 'published'`),
  );
  afterAll(() => t.close());

  const assign = async (options: { required?: boolean; graceUntil?: string } = {}) => {
    const rules = JSON.stringify({ include: [], exclude: [], excludeExempt: false });
    const row = await t.pg.one<{ id: string }>(
      `insert into assignment (organization_id, title, state, mode, required, opens_at, opened_at, due_at, grace_until, rules, version, created_at, updated_at)
       values ($1, '安全培训', 'published', 'live', $2, $3, $3, $4, $5, $6, 1, $3, $3) returning id`,
      [school.root.id, options.required ?? true, start, dueAt, options.graceUntil ?? null, rules],
    );
    return row?.id ?? '';
  };
  const target = (assignmentId: string, personId: string, organization = branch, assignedAt = start) =>
    t.pg.execute(
      `insert into assignment_target (person_id, assignment_id, organization_id, assigned_at, span_from, version, reasons)
       values ($1, $2, $3, $4, $4, 1, '{0}')`,
      [personId, assignmentId, organization.id, assignedAt],
    );
  const learner = async (assignmentId: string, assignedAt?: string) => {
    const made = await t.make.person({ organization: branch });
    await target(assignmentId, made.personId, branch, assignedAt);
    return made;
  };
  /** People made by the tests changed, too; nobody follows them here. */
  const settle = async () => {
    await t.pg.execute('delete from audience_change');
    await t.get(Reminders).catchUp();
  };
  const at = (days: number) => t.clock.set(new Date(Date.parse(dueAt) + days * DAY).toISOString());
  /** In the morning, when those who answer for others are told. */
  const atNine = (days: number) => {
    at(days);
    t.clock.set(`${t.clock.now().toISOString().slice(0, 10)}T01:00:00.000Z`);
  };
  /** Sessions end long before the deadlines of these tests. */
  const inbox = async (who: SignedIn) => {
    const client = await t.make.signIn(who.accountId);
    return (await client.call(notices.listMine)).items;
  };
  const codes = async (who: SignedIn) => (await inbox(who)).map((item) => item.code).reverse();

  it('go to the learner before, at and after the deadline, each once', async () => {
    const id = await assign();
    const one = await learner(id);
    for (const days of [-7, -6.9, -1, 0, 0.5, 1, 7, 7.1]) {
      at(days);
      await settle();
    }
    expect(await codes(one)).toEqual([
      'reminder.before',
      'reminder.before',
      'reminder.at',
      'reminder.after',
      'reminder.after',
    ]);
  });

  it('are told once by any number of processes', async () => {
    const id = await assign();
    const people = await Promise.all([1, 2, 3].map(() => learner(id)));
    at(0);
    await t.pg.execute('delete from audience_change');
    await Promise.all([1, 2, 3, 4].map(() => t.get(Reminders).catchUp()));
    for (const one of people) expect(await codes(one)).toEqual(['reminder.at']);
    const told = await t.pg.one('select sum(told)::int as told from reminder_run where assignment_id = $1', [id]);
    expect(told).toEqual({ told: 3 });
  });

  it('leave out who has finished, was released, or came after the step', async () => {
    const id = await assign();
    const [finished, released, late] = await Promise.all([
      learner(id),
      learner(id),
      learner(id, new Date(Date.parse(dueAt) - 0.5 * DAY).toISOString()),
    ]);
    await t.pg.execute('update assignment_target set finished_at = $2 where person_id = $1', [
      finished.personId,
      start,
    ]);
    await t.pg.execute(`update assignment_target set released_at = $2, release_reason = 'left' where person_id = $1`, [
      released.personId,
      start,
    ]);
    at(-0.4);
    await settle();
    for (const one of [finished, released, late]) expect(await codes(one)).toEqual([]);
  });

  it('follow a changed deadline: the new one has steps of its own, the former ones end', async () => {
    const id = await assign();
    const one = await learner(id);
    at(-1);
    await settle();
    await t.pg.execute('update assignment set due_at = $2 where id = $1', [id, new Date(Date.parse(dueAt) + 10 * DAY)]);
    at(0);
    await settle();
    expect(await codes(one)).toEqual(['reminder.before']);
    at(3);
    await settle();
    at(10);
    await settle();
    expect(await codes(one)).toEqual(['reminder.before', 'reminder.before', 'reminder.at']);
  });

  it('wait for what was known of the people when the step came', async () => {
    const id = await assign();
    const one = await learner(id);
    at(0);
    await t.get(Reminders).catchUp();
    expect(await codes(one)).toEqual([]);
    await settle();
    expect(await codes(one)).toEqual(['reminder.at']);
  });

  it('tell the secretary in one message with names, without one the administrators, then the superior', async () => {
    const id = await assign();
    const secretary = await t.make.person({ organization: branch, name: '李书记' });
    await t.pg.execute(
      `insert into leader_term (organization_id, person_id, position, valid_from, recorded_at) values ($1, $2, 'secretary', '2026-01-01', $3)`,
      [branch.id, secretary.personId, start],
    );
    for (let n = 0; n < 7; n += 1) await learner(id);
    const other = await t.make.organization(school.root);
    const administrator = await t.make.administrator(other);
    const there = await t.make.person({ organization: other, name: '王五' });
    await target(id, there.personId, other);
    at(3);
    await settle();
    expect(await inbox(secretary)).toEqual([]);
    atNine(4);
    await settle();
    expect(await inbox(secretary)).toMatchObject([
      {
        code: 'escalation.secretary',
        params: {
          count: 7,
          organizations: 1,
          organizationId: branch.id,
          names: ['张三', '张三', '张三', '张三', '张三'],
        },
      },
    ]);
    expect(await inbox(administrator)).toMatchObject([
      { code: 'escalation.secretary', params: { count: 1, organizationId: other.id, names: ['王五'] } },
    ]);
    atNine(11);
    await settle();
    const above = (await inbox(school.administrator)).filter((item) => item.params['assignmentId'] === id);
    expect(above).toMatchObject([
      { code: 'escalation.superior', params: { count: 8, organizations: 2, organizationId: school.root.id } },
    ]);
  });

  it('tell each of those who answer for others in one message of all trainings of the day', async () => {
    const mail = await t.make.administrator(branch);
    const [first, second, elsewhere] = [await assign(), await assign(), await assign()];
    const other = await t.make.organization(school.root);
    const there = await t.make.administrator(other);
    for (const id of [first, second, second]) await learner(id);
    const people = [await t.make.person({ organization: other }), await t.make.person({ organization: other })];
    for (const { personId } of people) await target(elsewhere, personId, other);
    await target(first, people[0]?.personId ?? '', other);
    atNine(4);
    await t.pg.execute('delete from audience_change');
    await Promise.all([1, 2, 3].map(() => t.get(Reminders).catchUp()));
    await settle();
    const line = (id: string, count: number, organization: Node) => ({
      assignmentId: id,
      title: '安全培训',
      count,
      organizations: 1,
      organizationId: organization.id,
      names: Array.from({ length: count }, () => '张三'),
    });
    expect(await inbox(mail)).toMatchObject([
      {
        code: 'escalation.secretaryDigest',
        params: { count: 3, more: 0, trainings: [line(second, 2, branch), line(first, 1, branch)] },
      },
    ]);
    expect(await inbox(there)).toMatchObject([
      {
        code: 'escalation.secretaryDigest',
        params: { count: 3, more: 0, trainings: [line(elsewhere, 2, other), line(first, 1, other)] },
      },
    ]);
    atNine(11);
    await settle();
    const above = (await inbox(school.administrator)).filter(({ code }) => code === 'escalation.superiorDigest');
    expect(above).toMatchObject([{ params: { count: 6, trainings: [{ count: 2 }, { count: 2 }, { count: 2 }] } }]);
    const told = await t.pg.query(
      `select step, told from reminder_run where step like 's%' and assignment_id = any($1) order by step, told`,
      [[first, second, elsewhere]],
    );
    expect(told).toEqual([
      { step: 'secretary-3', told: 1 },
      { step: 'secretary-3', told: 1 },
      { step: 'secretary-3', told: 2 },
      ...[1, 2, 3].map(() => ({ step: 'superior-10', told: 1 })),
    ]);
  });

  it('are over with the withdrawal, and elective training troubles nobody above', async () => {
    const id = await assign({ required: false });
    const one = await learner(id);
    atNine(4);
    await settle();
    expect(await codes(one)).toEqual(['reminder.after']);
    await t.pg.execute(`update assignment set state = 'withdrawn', withdrawn_at = now() where id = $1`, [id]);
    at(7);
    await settle();
    expect(await codes(one)).toEqual(['reminder.after']);
    const escalated = await t.pg.query(`select from reminder_run where assignment_id = $1 and step like 's%'`, [id]);
    expect(escalated).toEqual([]);
  });
});
