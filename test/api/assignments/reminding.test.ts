import { randomUUID } from 'node:crypto';
import { assignments, notices } from '@dangxiao/contracts';
import type { Client } from '../../support/client.ts';
import type { Node, School, SignedIn } from '../../support/factories.ts';
import { testApp, type TestApp } from '../../support/test-app.ts';

const DAY = 86_400_000;

/** A reminder that an administrator sends by hand: who gets it, once. */
describe('a reminder by hand', () => {
  let t: TestApp;
  let school: School;
  let branch: Node;
  let admin: Client;
  const start = '2026-03-02T01:00:00.000Z';
  const dueAt = '2026-03-20T10:00:00.000Z';

  beforeAll(async () => {
    t = await testApp();
    school = await t.make.school();
  });
  beforeEach(async () => {
    t.clock.set(start);
    branch = await t.make.organization(school.root);
    admin = (await t.make.person({ organization: branch, role: 'organization_administrator' })).client;
  });
  afterAll(() => t.close());

  const assign = async (options: { state?: string; opensAt?: string } = {}) => {
    const rules = JSON.stringify({ include: [], exclude: [], excludeExempt: false });
    const row = await t.pg.one<{ id: string }>(
      `insert into assignment (organization_id, title, state, mode, required, opens_at, due_at, rules, version, created_at, updated_at)
       values ($1, '安全培训', $2, 'live', true, $3, $4, $5, 1, $3, $3) returning id`,
      [branch.id, options.state ?? 'published', options.opensAt ?? start, dueAt, rules],
    );
    return row?.id ?? '';
  };
  const learner = async (
    assignmentId: string,
    name: string,
    finishedAt: string | null = null,
    organization = branch,
  ) => {
    const made = await t.make.person({ organization, name });
    await t.pg.execute(
      `insert into assignment_target (person_id, assignment_id, organization_id, assigned_at, span_from, version, reasons, finished_at)
       values ($1, $2, $3, $4, $4, 1, '{0}', $5)`,
      [made.personId, assignmentId, organization.id, start, finishedAt],
    );
    return made;
  };
  const preview = (assignmentId: string, who: 'unfinished' | 'overdue' = 'unfinished') =>
    admin.call(assignments.previewReminder, { params: { assignmentId }, query: { who } });
  const send = (assignmentId: string, key: string = randomUUID(), client = admin) =>
    client.call(assignments.sendReminder, { params: { assignmentId }, body: { key, who: 'unfinished' } });
  const inbox = async (who: SignedIn) => (await who.client.call(notices.listMine)).items.map((item) => item.code);

  it('reaches who has not finished, and says who is left out and why', async () => {
    const id = await assign();
    const one = await learner(id, '甲一');
    const exempt = await learner(id, '乙二');
    await t.pg.execute('update person set exempt = true where id = $1', [exempt.personId]);
    const done = await learner(id, '丙三', start);
    expect(await preview(id)).toEqual({ count: 1, names: ['甲一'], leftOut: { recent: 0, exempt: 1 } });
    expect(await send(id)).toEqual({ told: 1 });
    expect(await inbox(one)).toEqual(['reminder.now']);
    expect([...(await inbox(exempt)), ...(await inbox(done))]).toEqual([]);
    expect(await preview(id)).toEqual({ count: 0, names: [], leftOut: { recent: 1, exempt: 1 } });
    expect(await send(id)).toEqual({ told: 0 });
    t.clock.set(new Date(Date.parse(start) + DAY + 1).toISOString());
    const again = (await t.make.person({ organization: branch, role: 'organization_administrator' })).client;
    expect(await send(id, randomUUID(), again)).toEqual({ told: 1 });
    const log = await t.pg.query(
      `select after from audit_event where action = 'assignments.sendReminder' and object_id = $1`,
      [id],
    );
    expect(log).toHaveLength(3);
  });

  it('is sent once however often it is clicked', async () => {
    const id = await assign();
    const one = await learner(id, '甲一');
    const key = randomUUID();
    const same = await Promise.all([send(id, key), send(id, key), send(id, key)]);
    expect(same).toEqual([{ told: 1 }, { told: 1 }, { told: 1 }]);
    const two = await learner(id, '乙二');
    const different = await Promise.all([send(id), send(id)]);
    expect(different.map(({ told }) => told).sort()).toEqual([0, 1]);
    expect([await inbox(one), await inbox(two)]).toEqual([['reminder.now'], ['reminder.now']]);
  });

  it('finds only who is overdue where that is asked for', async () => {
    const id = await assign();
    await learner(id, '甲一');
    expect((await preview(id, 'overdue')).count).toBe(0);
    t.clock.set(new Date(Date.parse(dueAt) + 1).toISOString());
    admin = (await t.make.person({ organization: branch, role: 'organization_administrator' })).client;
    expect((await preview(id, 'overdue')).count).toBe(1);
  });

  it('stays inside the subtree of the administrator', async () => {
    const id = await assign();
    const sibling = await t.make.organization(school.root);
    await learner(id, '别家', null, sibling);
    expect((await preview(id)).count).toBe(0);
    expect(await send(id)).toEqual({ told: 0 });
    const other = (await t.make.person({ organization: sibling, role: 'organization_administrator' })).client;
    const body = { key: randomUUID(), who: 'unfinished' as const };
    const answer = await other.answer(assignments.sendReminder, { params: { assignmentId: id }, body });
    expect([answer.status, answer.body.error?.code]).toEqual([404, 'assignment_not_found']);
  });

  it('needs a published assignment that has opened, a key and a choice of people', async () => {
    const codeOf = async (assignmentId: string, body: unknown = { key: randomUUID(), who: 'unfinished' }) => {
      const { body: answer } = await admin.answer(assignments.sendReminder, {
        params: { assignmentId },
        body: body as never,
      });
      return answer.error?.code;
    };
    expect(await codeOf(await assign({ state: 'draft' }))).toBe('assignment_not_published');
    expect(await codeOf(await assign({ opensAt: '2026-03-03T01:00:00.000Z' }))).toBe('assignment_not_open');
    const id = await assign();
    expect(await codeOf(id, { key: 'x', who: 'unfinished' })).toBe('validation_failed');
    expect(await codeOf(id, { key: randomUUID(), who: 'everybody' })).toBe('validation_failed');
    expect(await codeOf(id, { who: 'unfinished' })).toBe('validation_failed');
  });
});
