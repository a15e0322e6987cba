import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { credits, learning } from '@dangxiao/contracts';
import { verifyLedger } from '../../../tools/verify-ledger/verify.ts';
import { publish, publishedCourse, readyMedia } from '../../support/study.ts';
import { studySchool, Watcher, type StudySchool } from './study-school.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;

let school: StudySchool;
beforeAll(async () => {
  school = await studySchool();
});
afterAll(() => school.close());

const two = () =>
  school.withCourse([
    { durationMs: 10 * MINUTE, title: '甲' },
    { durationMs: 10 * MINUTE, title: '乙' },
  ]);

describe('one lecture at a time', () => {
  it('says which one plays elsewhere, and ends it politely on request', async () => {
    const { course, learner } = await two();
    const first = await Watcher.open(learner, course, 0);
    await first.send('play', []);
    school.clock.advance(20 * SECOND);
    await expect(Watcher.open(learner, course, 1)).rejects.toMatchObject({
      status: 409,
      code: 'lecture_elsewhere',
      params: { lessonTitle: '甲', courseTitle: '测试课程' },
    });
    const second = await Watcher.open(learner, course, 1, true);
    await second.send('play', []);
    school.clock.advance(20 * SECOND);
    const queued = await first.send('tick', [[0, 40 * SECOND]]);
    expect(queued).toMatchObject({ live: false, progress: { countedMs: 30 * SECOND } });
    expect(await second.send('tick', [[0, 20 * SECOND]])).toMatchObject({
      live: true,
      progress: { countedMs: 20 * SECOND },
    });
  });

  it('gives way without asking to the same lesson, to a paused lecture, and to one silent for a minute', async () => {
    const { course, learner } = await two();
    const first = await Watcher.open(learner, course, 0);
    await first.send('play', []);
    const same = await Watcher.open(learner, course, 0);
    await same.send('play', []);
    await same.send('pause', []);
    const other = await Watcher.open(learner, course, 1);
    await other.send('play', []);
    school.clock.advance(60 * SECOND);
    await expect(Watcher.open(learner, course, 0)).rejects.toMatchObject({ code: 'lecture_elsewhere' });
    school.clock.advance(1);
    await Watcher.open(learner, course, 0);
  });

  it('says late for a day what came too late, then that the lease is over', async () => {
    const { course, learner } = await two();
    const watcher = await Watcher.open(learner, course, 0);
    await watcher.send('play', []);
    await watcher.send('end', []);
    school.clock.advance(24 * 60 * MINUTE);
    expect(await watcher.send('tick', [[0, SECOND]])).toMatchObject({ live: false, refused: [{ reason: 'late' }] });
    school.clock.advance(1);
    await expect(watcher.send('tick', [[0, SECOND]])).rejects.toMatchObject({ status: 409, code: 'lease_ended' });
  });

  it('leaves one live lease after twenty openings at once', async () => {
    const { course, learner } = await two();
    const opened = await Promise.allSettled(
      Array.from({ length: 20 }, (_, n) => Watcher.open(learner, course, n % 2, true)),
    );
    expect(opened.filter(({ status }) => status === 'rejected')).toEqual([]);
    const live = await school.pg.query('select 1 from playback_lease where person_id = $1 and ended_at is null', [
      learner.personId,
    ]);
    expect(live).toHaveLength(1);
  });
});

describe('what may be studied', () => {
  it('is what is published, visible and in that course; all else is not found', async () => {
    const branch = await school.make.organization(school.root);
    const hidden = await publishedCourse(school.query, branch.id, [{ durationMs: MINUTE }], { visibility: 'subtree' });
    const archived = await publishedCourse(school.query, school.root.id, [{ durationMs: MINUTE }]);
    await school.pg.execute(`update course set archived_at = '2026-01-02' where id = $1`, [archived.id]);
    const { course, learner } = await two();
    const open = (courseId: string, lessonId?: string) =>
      learner.client.call(learning.openLease, { params: { lessonId: String(lessonId) }, body: { courseId } });
    for (const [courseId, lessonId] of [
      [hidden.id, hidden.lessonIds[0]],
      [archived.id, archived.lessonIds[0]],
      [course.id, hidden.lessonIds[0]],
      [hidden.id, course.lessonIds[0]],
      [course.id, learner.personId],
    ] as const)
      await expect(open(courseId, lessonId)).rejects.toMatchObject({ status: 404, code: 'lesson_not_found' });
    const member = await school.make.person({ organization: branch });
    await Watcher.open(member, hidden, 0);
  });

  it('is not for an account that stands for nobody', async () => {
    const { course } = await two();
    const { client } = await school.make.administrator(school.root);
    await expect(
      client.call(learning.openLease, {
        params: { lessonId: String(course.lessonIds[0]) },
        body: { courseId: course.id },
      }),
    ).rejects.toMatchObject({ status: 403 });
  });
});

describe('completion', () => {
  it('comes from coverage, with hours in the same answer, once; afterwards every part may be played', async () => {
    const { course, learner } = await school.withCourse([{ durationMs: 10 * MINUTE }]);
    const watcher = await Watcher.open(learner, course, 0);
    await watcher.send('play', []);
    school.clock.advance(6 * MINUTE - 1);
    expect(await watcher.send('tick', [[0, 9 * MINUTE - 2]])).toMatchObject({
      awarded: null,
      progress: { completedAt: null },
    });
    school.clock.advance(10);
    const last = await watcher.send('tick', [[9 * MINUTE - 2, 9 * MINUTE]]);
    expect(last).toMatchObject({ awarded: '0.25', progress: { completedAt: school.clock.now().toISOString() } });
    school.clock.advance(MINUTE);
    expect(await watcher.resend(3, 'tick', [])).toEqual(last);
    expect(await watcher.send('tick', [[9 * MINUTE + 30 * SECOND, 10 * MINUTE]])).toMatchObject({
      awarded: null,
      refused: [],
    });

    const hours = await learner.client.call(credits.myHours);
    expect(hours.balances).toContainEqual({ counter: 'online', hours: '0.25' });
    const entryId = String(hours.entries.items[0]?.id);
    expect(await learner.client.call(credits.myEntry, { params: { entryId } })).toMatchObject({
      evidence: {
        kind: 'lesson',
        coverage: [[0, 9 * MINUTE]],
        countedMs: 9 * MINUTE,
        heartbeats: 3,
        completionPercent: 90,
      },
    });
    const again = await Watcher.open(learner, course, 0);
    await again.send('play', []);
    school.clock.advance(10 * MINUTE);
    expect(await again.send('tick', [[0, 10 * MINUTE]])).toMatchObject({ awarded: null });
  });

  it('of an article needs its whole minimum reading time, at the pace of the clock', async () => {
    const { course, learner } = await school.withCourse([{ kind: 'article', durationMs: 60 * SECOND }]);
    const watcher = await Watcher.open(learner, course, 0);
    await watcher.send('play', []);
    school.clock.advance(59 * SECOND);
    expect(await watcher.send('tick', [[0, 60 * SECOND]])).toMatchObject({
      progress: { countedMs: 59 * SECOND, completedAt: null },
    });
    school.clock.advance(SECOND);
    expect(await watcher.send('tick', [[59 * SECOND, 60 * SECOND]])).toMatchObject({ awarded: '0.25' });
  });

  it('goes by the policy of the lease, and by the time of the event for the year', async () => {
    school.clock.set('2026-12-31T15:50:00Z');
    const { course, learner } = await school.withCourse([{ durationMs: 10 * MINUTE }]);
    const { version } = (await school.pg.one<{ version: number }>(
      `insert into credit_policy (version, valid_from, name, body, created_at)
       select 1 + max(version), '2027-01-01', '新规', (select body || '{"completionPercent": 50}' from credit_policy where version = 1), now()
       from credit_policy returning version`,
    )) ?? { version: 0 };
    const old = await Watcher.open(learner, course, 0);
    await old.send('play', []);
    school.clock.set('2026-12-31T15:58:00Z');
    expect(await old.send('tick', [[0, 8 * MINUTE]])).toMatchObject({ progress: { completedAt: null } });
    school.clock.set('2026-12-31T16:00:00Z');
    const fresh = await Watcher.open(learner, course, 0);
    expect(await fresh.send('play', [])).toMatchObject({ awarded: '0.25' });
    const [entry] = await school.pg.query('select year, policy_version from credit_entry where person_id = $1', [
      learner.personId,
    ]);
    expect(entry).toEqual({ year: 2027, policy_version: version });
  });
});

describe('a new publication', () => {
  it('keeps progress in the same recording, begins anew with another, and takes no completion back', async () => {
    const { course, learner } = await two();
    for (const lesson of [0, 1]) {
      const watcher = await Watcher.open(learner, course, lesson, true);
      await watcher.send('play', []);
      school.clock.advance(10 * MINUTE);
      await watcher.send('tick', [[0, lesson === 0 ? 10 * MINUTE : MINUTE]]);
    }
    const coverage = async (lesson: number) => {
      const params = { lessonId: String(course.lessonIds[lesson]) };
      const body = { courseId: course.id, takeOver: true };
      return (await learner.client.call(learning.openLease, { params, body })).progress;
    };
    await publish(school.query, course.id);
    expect(await coverage(1)).toMatchObject({ countedMs: MINUTE, frontierMs: MINUTE });
    const media = await readyMedia(school.query, school.root.id, 10 * MINUTE);
    await school.pg.execute('update lesson set media_id = $1 where id = any($2)', [media, course.lessonIds]);
    await publish(school.query, course.id);
    expect(await coverage(1)).toMatchObject({ countedMs: 0, frontierMs: 0, completedAt: null });
    expect(await coverage(0)).toMatchObject({ countedMs: 10 * MINUTE, completedAt: expect.any(String) });
  });
});

it('whatever was sent, every record is what its heartbeats come to', async () => {
  const { lessons, wrong } = await verifyLedger(school.pg, null);
  expect(wrong).toBeNull();
  expect(lessons).toBeGreaterThan(10);
});
