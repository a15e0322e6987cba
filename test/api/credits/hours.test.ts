import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { credits } from '@dangxiao/contracts';
import { yunnan2024Policy } from '@dangxiao/domain';
import { UnitOfWork } from '../../../apps/api/src/database/unit-of-work.ts';
import { Awards } from '../../../apps/api/src/modules/credits/index.ts';
import { verifyPeople } from '../../../tools/verify-ledger/verify.ts';
import type { Node } from '../../support/factories.ts';
import { publishedCourse } from '../../support/study.ts';
import { studySchool, Watcher, type Learner, type StudySchool } from '../learning/study-school.ts';

const MINUTE = 60_000;
const HEARTBEAT = MINUTE / 2;

let school: StudySchool;
let branch: Node;
beforeAll(async () => {
  school = await studySchool();
  branch = await school.make.organization(school.root);
});
afterAll(() => school.close());

async function evidenceFile(organization: Node = school.root): Promise<string> {
  const rows = await school.pg.query<{ id: string }>(
    `insert into stored_file (purpose, organization_id, name, type, bytes, sha256, storage_key, created_at)
     values ('evidence', $1, '证明.pdf', 'application/pdf', 1, '', $2, now()) returning id`,
    [organization.id, randomUUID()],
  );
  return String(rows[0]?.id);
}

async function recognition(more: Record<string, unknown> = {}) {
  return {
    requestId: randomUUID(),
    counter: 'centralised' as const,
    hours: '8.00',
    date: '2026-02-10',
    title: '市委党校集中培训',
    reason: '有结业证书',
    fileIds: [await evidenceFile()],
    ...more,
  };
}

/** Completes a lesson as the heartbeats do, without an hour of heartbeats. */
async function complete(learner: Learner, durationMs: number): Promise<string> {
  const course = await publishedCourse(school.query, school.root.id, [{ durationMs, title: '党章第一讲' }]);
  const version = await school.pg.one<{ id: string }>('select id from lesson_version where lesson_id = $1', [
    course.lessonIds[0],
  ]);
  const at = school.clock.now();
  const booked = await school.get(UnitOfWork).run((tx) =>
    school.get(Awards).lesson(tx, {
      personId: learner.personId,
      lessonId: String(course.lessonIds[0]),
      lessonVersionId: String(version?.id),
      courseId: course.id,
      durationMs,
      completionPercent: 90,
      policyVersion: 1,
      coverage: [[0, durationMs]],
      firstHeartbeatAt: at,
      completedAt: at,
      heartbeats: 3,
    }),
  );
  return String(booked?.entryId);
}

/** Watches a lesson to its end, so that the verification finds its heartbeats. @returns the entry that it was paid with */
async function watch(learner: Learner, durationMs: number): Promise<string> {
  const course = await publishedCourse(school.query, school.root.id, [{ durationMs, title: '党章第一讲' }]);
  const watcher = await Watcher.open(learner, course, 0);
  await watcher.send('play', []);
  for (let at = 0; at < durationMs; at += HEARTBEAT) {
    school.clock.advance(HEARTBEAT);
    // The administrator works meanwhile, or would be signed out.
    if (at % (10 * MINUTE) === 0) await school.administrator.client.call(credits.listAppeals, { query: {} });
    await watcher.send(at + HEARTBEAT < durationMs ? 'tick' : 'end', [[at, Math.min(at + HEARTBEAT, durationMs)]]);
  }
  const entry = await school.pg.one<{ id: string }>(
    'select id from credit_entry where person_id = $1 and source_id = $2',
    [learner.personId, course.lessonIds[0]],
  );
  return String(entry?.id);
}

describe('my hours', () => {
  it('shows what is owed, had and missing by counter, and the way to close the gap', async () => {
    const learner = await school.learner();
    await complete(learner, 40 * MINUTE);
    const hours = await learner.client.call(credits.myHours);
    expect(hours).toMatchObject({
      year: 2026,
      years: [2026],
      exempt: false,
      balances: [
        { counter: 'centralised', hours: '0.00' },
        { counter: 'online', hours: '1.00' },
      ],
      requirements: [
        { key: 'member_centralised', required: '32.00', earned: '0.00', missing: '32.00', done: false },
        { key: 'member_online', required: '50.00', earned: '1.00', missing: '49.00', done: false },
      ],
    });
    expect(hours.entries).toMatchObject({
      total: 1,
      items: [
        { seq: 1, hours: '1.00', title: '党章第一讲', courseTitle: '测试课程', sourceKind: 'lesson', reversed: false },
      ],
    });
    expect(hours.suggestion).toMatchObject({ courseTitle: '测试课程' });
  });

  it('owes nothing when exempt, and more as branch secretary', async () => {
    const exempt = await school.learner();
    await school.pg.execute('update person set exempt = true where id = $1', [exempt.personId]);
    expect(await exempt.client.call(credits.myHours)).toMatchObject({
      exempt: true,
      requirements: [],
      suggestion: null,
    });
    const secretary = await school.learner();
    await school.pg.execute(`update membership set position = 'branch_secretary' where person_id = $1`, [
      secretary.personId,
    ]);
    const { requirements } = await secretary.client.call(credits.myHours);
    expect(requirements.map(({ key, required }) => [key, required])).toEqual([
      ['branch_leader_centralised', '56.00'],
      ['member_online', '50.00'],
    ]);
  });

  it('pages through the ledger, latest first', async () => {
    const learner = await school.learner();
    for (let n = 0; n < 5; n += 1) await complete(learner, 10 * MINUTE);
    const first = await learner.client.call(credits.myHours, { query: { limit: 3 } });
    const cursor = String(first.entries.nextCursor);
    const second = await learner.client.call(credits.myHours, { query: { limit: 3, cursor } });
    expect([...first.entries.items, ...second.entries.items].map(({ seq }) => seq)).toEqual([5, 4, 3, 2, 1]);
    expect(second.entries.nextCursor).toBeNull();
    await expect(learner.client.call(credits.myHours, { query: { cursor: 'nonsense' } })).rejects.toMatchObject({
      status: 422,
    });
  });

  it('explains an entry down to the intervals; to nobody else', async () => {
    const learner = await school.learner();
    const entryId = await complete(learner, 20 * MINUTE);
    const entry = await learner.client.call(credits.myEntry, { params: { entryId } });
    expect(entry).toMatchObject({
      hours: '0.50',
      rule: { code: 'lecture_tier', params: { aboveMinutes: 15, hours: '0.50', durationMs: 20 * MINUTE } },
      evidence: { kind: 'lesson', lessonTitle: '党章第一讲', coverage: [[0, 20 * MINUTE]], heartbeats: 3 },
      previousHash: null,
      appeal: null,
    });
    expect(entry.hash).toMatch(/^[0-9a-f]{64}$/);
    const other = await school.learner();
    await expect(other.client.call(credits.myEntry, { params: { entryId } })).rejects.toMatchObject({
      code: 'entry_not_found',
    });
    const elsewhere = await school.make.administrator(branch);
    for (const endpoint of [credits.getEntry, credits.reverse] as const)
      await expect(
        elsewhere.client.call(endpoint, {
          params: { entryId },
          body: endpoint.method === 'POST' ? { reason: '查无此课' } : undefined,
        }),
      ).rejects.toMatchObject({ status: 404, code: 'entry_not_found' });
  });
});

describe('recognition', () => {
  it('enters hours of the centralised counter with reason and files, once for a request, and is audited', async () => {
    const learner = await school.learner();
    const body = await recognition();
    const params = { personId: learner.personId };
    const { client } = school.administrator;
    const answers = await Promise.all([1, 2, 3].map(() => client.call(credits.recognise, { params, body })));
    expect(new Set(answers.map(({ entryId }) => entryId)).size).toBe(1);
    const again = await client.call(credits.recognise, { params, body: { ...body, counter: 'online' } });
    expect(again).toEqual(answers[0]);
    const hours = await learner.client.call(credits.myHours);
    expect(hours.balances).toContainEqual({ counter: 'centralised', hours: '8.00' });
    const entry = await learner.client.call(credits.myEntry, { params: { entryId: String(answers[0]?.entryId) } });
    expect(entry).toMatchObject({
      title: '市委党校集中培训',
      effectiveAt: '2026-02-09T16:00:00.000Z',
      rule: { code: 'recognised' },
      evidence: { kind: 'recognition', reason: '有结业证书', files: [{ name: '证明.pdf' }] },
    });
    await client.call(credits.reverse, {
      params: { entryId: String(answers[0]?.entryId) },
      body: { reason: '录入有误' },
    });
    expect(await client.call(credits.recognise, { params, body })).toEqual(answers[0]);
    expect((await learner.client.call(credits.myHours)).entries.total).toBe(2);
    const audit = await school.pg.query('select 1 from audit_event where action = $1 and object_id = $2', [
      credits.recognise.id,
      learner.personId,
    ]);
    expect(audit).toHaveLength(1);
  });

  it('refuses strangers, missing files, no hours and days to come', async () => {
    const learner = await school.learner();
    const params = { personId: learner.personId };
    const { client } = school.administrator;
    const elsewhere = await school.make.administrator(branch);
    const body = await recognition();
    await expect(elsewhere.client.call(credits.recognise, { params, body })).rejects.toMatchObject({
      code: 'person_not_found',
    });
    await expect(learner.client.call(credits.recognise, { params, body })).rejects.toMatchObject({ status: 403 });
    for (const [more, code] of [
      [{ fileIds: [randomUUID()] }, 'file_not_found'],
      [{ hours: '0.00' }, 'validation_failed'],
      [{ date: '2026-03-03' }, 'validation_failed'],
    ] as const)
      await expect(client.call(credits.recognise, { params, body: await recognition(more) })).rejects.toMatchObject({
        code,
      });
  });
});

describe('P12 nothing is taken back automatically', () => {
  it('P12 a reversal has a reason, a name and an appeal; upheld, the hours stand again', async () => {
    const learner = await school.learner();
    const entryId = await watch(learner, 40 * MINUTE);
    const { client } = school.administrator;
    const reason = { reason: '重复观看' };
    const reversal = await client.call(credits.reverse, { params: { entryId }, body: reason });
    expect((await learner.client.call(credits.myHours)).balances).toContainEqual({ counter: 'online', hours: '0.00' });
    const seen = await learner.client.call(credits.myEntry, { params: { entryId: reversal.entryId } });
    expect(seen).toMatchObject({
      hours: '-1.00',
      title: '党章第一讲',
      reversesId: entryId,
      evidence: { kind: 'reversal', ...reason },
    });
    expect(await learner.client.call(credits.myEntry, { params: { entryId } })).toMatchObject({ reversed: true });
    for (const [id, code] of [
      [entryId, 'entry_already_reversed'],
      [reversal.entryId, 'entry_not_reversible'],
    ] as const)
      await expect(client.call(credits.reverse, { params: { entryId: id }, body: reason })).rejects.toMatchObject({
        code,
      });

    const text = { text: '我认真看完了' };
    await expect(learner.client.call(credits.appeal, { params: { entryId }, body: text })).rejects.toMatchObject({
      code: 'entry_not_reversible',
    });
    const params = { entryId: reversal.entryId };
    const appeal = await learner.client.call(credits.appeal, { params, body: text });
    await expect(learner.client.call(credits.appeal, { params, body: text })).rejects.toMatchObject({
      code: 'appeal_exists',
    });
    const listed = await client.call(credits.listAppeals, { query: { open: 'true' } });
    expect(listed.items).toContainEqual(
      expect.objectContaining({ id: appeal.id, reversalReason: '重复观看', hours: '-1.00' }),
    );

    const decision = { params: { appealId: appeal.id }, body: { decision: 'upheld' as const, reason: '证据充分' } };
    const elsewhere = await school.make.administrator(branch);
    await expect(elsewhere.client.call(credits.decideAppeal, decision)).rejects.toMatchObject({
      code: 'appeal_not_found',
    });
    const decided = await Promise.allSettled([1, 2].map(() => client.call(credits.decideAppeal, decision)));
    expect(decided.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const hours = await learner.client.call(credits.myHours);
    expect(hours.balances).toContainEqual({ counter: 'online', hours: '1.00' });
    expect(hours.entries.items.map(({ hours: each }) => each)).toEqual(['1.00', '-1.00', '1.00']);
    expect(await learner.client.call(credits.myEntry, { params })).toMatchObject({
      appeal: { decision: 'upheld', decisionReason: '证据充分' },
    });
    expect((await verifyPeople(school.pg, [learner.personId])).wrong).toBeNull();
  });

  it('P12 rejected, the reversal stands', async () => {
    const learner = await school.learner();
    const entryId = await complete(learner, 40 * MINUTE);
    const { client } = school.administrator;
    const reversal = await client.call(credits.reverse, { params: { entryId }, body: { reason: '代看' } });
    const appeal = await learner.client.call(credits.appeal, {
      params: { entryId: reversal.entryId },
      body: { text: '不是' },
    });
    await client.call(credits.decideAppeal, {
      params: { appealId: appeal.id },
      body: { decision: 'rejected', reason: '证据不足' },
    });
    expect((await learner.client.call(credits.myHours)).balances).toContainEqual({ counter: 'online', hours: '0.00' });
  });

  it('P12 two reversals at once: one', async () => {
    const learner = await school.learner();
    const entryId = await complete(learner, 40 * MINUTE);
    const results = await Promise.allSettled(
      Array.from({ length: 8 }, () =>
        school.administrator.client.call(credits.reverse, { params: { entryId }, body: { reason: '重复' } }),
      ),
    );
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect((await learner.client.call(credits.myHours)).entries.total).toBe(2);
  });
});

describe('policies', () => {
  const body = (validFrom: string) =>
    ({ ...structuredClone(yunnan2024Policy), validFrom, name: '新规', examHours: '2.00' }) as never;

  it('are enacted from tomorrow at the earliest, once a day, by the school only; history keeps its rule', async () => {
    const { client } = school.administrator;
    const learner = await school.learner();
    const before = await complete(learner, 40 * MINUTE);
    await expect(client.call(credits.createPolicy, { body: body('2026-03-02') })).rejects.toMatchObject({
      code: 'validation_failed',
    });
    const racing = await Promise.allSettled(
      [1, 2].map(() => client.call(credits.createPolicy, { body: body('2026-03-03') })),
    );
    expect(racing.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await expect(client.call(credits.createPolicy, { body: body('2026-03-03') })).rejects.toMatchObject({
      code: 'policy_date_taken',
    });
    const branchAdministrator = await school.make.administrator(branch);
    await expect(
      branchAdministrator.client.call(credits.createPolicy, { body: body('2026-04-01') }),
    ).rejects.toMatchObject({ status: 403 });
    const { items } = await client.call(credits.listPolicies);
    expect(items.map(({ version, validFrom }) => [version, validFrom])).toEqual([
      [2, '2026-03-03'],
      [1, '2024-01-01'],
    ]);
    expect(await learner.client.call(credits.myEntry, { params: { entryId: before } })).toMatchObject({
      policyVersion: 1,
    });
  });
});

describe('a record', () => {
  it('shows an administrator of the subtree everything, one of another branch nothing', async () => {
    const learner = await school.learner();
    await complete(learner, 40 * MINUTE);
    const params = { personId: learner.personId };
    const record = await school.administrator.client.call(credits.getRecord, { params });
    expect(record).toMatchObject({ person: { id: learner.personId, name: '张三' }, courses: [], attempts: [] });
    expect(record.entries.total).toBe(1);
    const elsewhere = await school.make.administrator(branch);
    await expect(elsewhere.client.call(credits.getRecord, { params })).rejects.toMatchObject({
      code: 'person_not_found',
    });
  });
});
