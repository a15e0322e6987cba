import { notices } from '@dangxiao/contracts';
import { UnitOfWork } from '../../../apps/api/src/database/unit-of-work.ts';
import { administratorsOf, Notices, type Message } from '../../../apps/api/src/modules/notices/index.ts';
import type { Node, School, SignedIn } from '../../support/factories.ts';
import { testApp, type TestApp } from '../../support/test-app.ts';

/** Messages in the inbox: told inside a transaction, once, to persons and to accounts. */
describe('the inbox', () => {
  let t: TestApp;
  let school: School;
  let branch: Node;
  let learner: SignedIn & { personId: string };
  const training = (title: string) => ({ assignmentId: branch.id, title, dueAt: null, graceUntil: null });
  const changed = (personId: string, title: string): Message => ({
    to: { personId },
    code: 'assignment.changed',
    params: training(title),
    dedupeKey: `changed:${title}`,
  });
  const tell = (...messages: Message[]) => t.get(UnitOfWork).run((tx) => t.get(Notices).tellAll(tx, messages));

  beforeAll(async () => {
    t = await testApp();
    school = await t.make.school();
    branch = await t.make.organization(school.root);
  });
  beforeEach(async () => {
    learner = await t.make.person({ organization: branch });
  });
  afterAll(() => t.close());

  it('holds a message once, however often it is told at once', async () => {
    const told = await Promise.all([1, 2, 3, 4].map(() => tell(changed(learner.personId, 'A'))));
    expect(told.reduce((sum, one) => sum + one, 0)).toBe(1);
    const inbox = await learner.client.call(notices.listMine);
    expect(inbox).toMatchObject({
      unread: 1,
      items: [{ code: 'assignment.changed', params: { title: 'A' }, readAt: null }],
    });
    expect(await learner.client.call(notices.countUnread)).toEqual({ unread: 1 });
  });

  it('keeps nothing of a transaction that fails', async () => {
    const failed = t.get(UnitOfWork).run(async (tx) => {
      await t.get(Notices).tell(tx, changed(learner.personId, 'A'));
      throw new Error('no');
    });
    await expect(failed).rejects.toThrow('no');
    expect((await learner.client.call(notices.listMine)).items).toEqual([]);
  });

  it('pages, latest first, and marks one or all that was seen', async () => {
    for (const title of ['1', '2', '3']) await tell(changed(learner.personId, title));
    const first = await learner.client.call(notices.listMine, { query: { limit: 2 } });
    expect(first.items.map((item) => item.params['title'])).toEqual(['3', '2']);
    const rest = await learner.client.call(notices.listMine, { query: { limit: 2, cursor: first.nextCursor ?? '' } });
    expect(rest).toMatchObject({ nextCursor: null, items: [{ params: { title: '1' } }] });
    const noticeId = rest.items[0]?.id ?? '';
    await learner.client.call(notices.markRead, { params: { noticeId } });
    await learner.client.call(notices.markRead, { params: { noticeId } });
    await tell(changed(learner.personId, '4'));
    const marked = await learner.client.call(notices.markAllRead, { body: { upTo: first.items[0]?.id ?? '' } });
    expect(marked).toEqual({ marked: 2 });
    const unread = await learner.client.call(notices.listMine, { query: { unread: 'true' } });
    expect(unread.items.map((item) => item.params['title'])).toEqual(['4']);
  });

  it("finds nobody else's message", async () => {
    await tell(changed(learner.personId, 'A'));
    const { items } = await learner.client.call(notices.listMine);
    const other = await t.make.person({ organization: branch });
    const answer = await other.client.answer(notices.markRead, { params: { noticeId: items[0]?.id ?? '' } });
    expect(answer).toMatchObject({ status: 404, body: { error: { code: 'notice_not_found' } } });
  });

  it('refuses a cursor that is not ours, naming the field', async () => {
    const answer = await learner.client.answer(notices.listMine, { query: { cursor: 'x' } });
    expect(answer).toMatchObject({ status: 422, body: { error: { fields: [{ path: 'query.cursor' }] } } });
  });

  it("reaches an account, and through it the person; an account's person once only", async () => {
    const ready = { code: 'export.ready', params: { exportId: branch.id, name: '名单', rows: 3 } } as const;
    const { administrator } = school;
    await tell(
      { ...ready, to: { accountId: administrator.accountId }, dedupeKey: 'e' },
      { ...ready, to: { accountId: learner.accountId }, dedupeKey: 'e' },
      { ...ready, to: { personId: learner.personId }, dedupeKey: 'e' },
    );
    for (const who of [administrator, learner]) {
      expect((await who.client.call(notices.listMine)).items).toMatchObject([{ code: 'export.ready' }]);
    }
  });

  it('is told to the administrators of an organization, else to the nearest above', async () => {
    const other = await t.make.organization(school.root);
    expect(await administratorsOf(t.pg, other.id, 'people.write')).toEqual([
      { accountId: school.administrator.accountId },
    ]);
    const secretary = await t.make.person({ organization: other, role: 'organization_administrator' });
    expect(await administratorsOf(t.pg, other.id, 'people.write')).toEqual([{ personId: secretary.personId }]);
    expect(await administratorsOf(t.pg, other.id, 'credits.policy')).toEqual([
      { accountId: school.administrator.accountId },
    ]);
  });
});
