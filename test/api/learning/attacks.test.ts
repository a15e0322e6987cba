import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { contracts, learning } from '@dangxiao/contracts';
import type { Interval } from '@dangxiao/domain';
import { verifyLedger } from '../../../tools/verify-ledger/verify.ts';
import { studySchool, Watcher, type Learner, type StudySchool } from './study-school.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const RATE = 1.5;

let school: StudySchool;
beforeAll(async () => {
  school = await studySchool();
});
afterAll(() => school.close());

const lecture = () => school.withCourse([{ durationMs: 60 * MINUTE }]);

/** Credited content of a person, over all lessons and leases, as the database has it. */
async function credited(learner: Learner): Promise<number> {
  const row = await school.pg.one<{ ms: number }>(
    `select coalesce(sum(multirange_length(coverage)), 0)::int as ms from lesson_progress where person_id = $1`,
    [learner.personId],
  );
  return row?.ms ?? 0;
}

describe('P10 attacks over the API: credited ≤ server wall time × rate', () => {
  it('P10 progress = 100: the whole lecture in one heartbeat', async () => {
    const { course, learner } = await lecture();
    const watcher = await Watcher.open(learner, course, 0);
    await watcher.send('play', []);
    school.clock.advance(10 * SECOND);
    const answer = await watcher.send('end', [[0, 60 * MINUTE]]);
    expect(answer).toMatchObject({ awarded: null, progress: { countedMs: 15 * SECOND, completedAt: null } });
  });

  it('P10 a jump to the end', async () => {
    const { course, learner } = await lecture();
    const watcher = await Watcher.open(learner, course, 0);
    await watcher.send('play', []);
    school.clock.advance(5 * MINUTE);
    const answer = await watcher.send('seek', [[55 * MINUTE, 60 * MINUTE]]);
    expect(answer.refused).toEqual([{ interval: [55 * MINUTE, 60 * MINUTE], reason: 'ahead' }]);
    expect(await credited(learner)).toBe(0);
  });

  it('P10 ten lectures in parallel, on ten devices', async () => {
    const { course, learner } = await school.withCourse(
      Array.from({ length: 10 }, () => ({ durationMs: 60 * MINUTE })),
    );
    const watchers: Watcher[] = [];
    for (let lesson = 0; lesson < 10; lesson += 1) {
      const watcher = await Watcher.open(learner, course, lesson, true);
      await watcher.send('play', []);
      watchers.push(watcher);
    }
    for (let round = 0; round < 4; round += 1) {
      school.clock.advance(15 * SECOND);
      const span: Interval = [round * 15 * SECOND, (round + 1) * 15 * SECOND];
      await Promise.all(watchers.map((watcher) => watcher.send('tick', [span])));
    }
    expect(await credited(learner)).toBe(MINUTE);
  });

  it('P10 parallel lectures whose leases are taken over in turn, each playing on by itself', async () => {
    const { course, learner } = await school.withCourse(Array.from({ length: 5 }, () => ({ durationMs: 60 * MINUTE })));
    const start = school.clock.now().getTime();
    const seen = [0, 0, 0, 0, 0];
    for (let turn = 0; turn < 20; turn += 1) {
      const lesson = turn % 5;
      const watcher = await Watcher.open(learner, course, lesson, true);
      await watcher.send('play', []);
      school.clock.advance(7 * SECOND);
      const from = seen[lesson] ?? 0;
      const answer = await watcher.send('tick', [[from, from + MINUTE]]);
      seen[lesson] = answer.progress.frontierMs;
    }
    const wall = school.clock.now().getTime() - start;
    expect(await credited(learner)).toBeLessThanOrEqual(wall * RATE);
  });

  it('P10 the same heartbeats sent to one lease by many connections at once', async () => {
    const { course, learner } = await lecture();
    const watcher = await Watcher.open(learner, course, 0);
    await watcher.send('play', []);
    school.clock.advance(10 * SECOND);
    const answers = await Promise.all(Array.from({ length: 30 }, () => watcher.resend(2, 'tick', [[0, 60 * MINUTE]])));
    expect(new Set(answers.map(({ progress }) => progress.countedMs))).toEqual(new Set([15 * SECOND]));
    expect(await credited(learner)).toBe(15 * SECOND);
  });

  it('P10 duration steps: a study time just under a cap, without waiting', async () => {
    const { course, learner } = await lecture();
    const watcher = await Watcher.open(learner, course, 0);
    await watcher.send('play', []);
    for (let step = 0; step < 40; step += 1)
      await watcher.send('tick', [[step * 14 * SECOND, (step + 1) * 14 * SECOND]]);
    expect(await credited(learner)).toBe(0);
  });

  it('P10 waiting without playing, then a long range', async () => {
    const { course, learner } = await lecture();
    const watcher = await Watcher.open(learner, course, 0);
    school.clock.advance(9 * MINUTE);
    await watcher.send('tick', [[0, 9 * MINUTE]]);
    await watcher.send('play', []);
    await watcher.send('pause', [[0, 9 * MINUTE]]);
    school.clock.advance(9 * MINUTE);
    await watcher.send('tick', [[0, 9 * MINUTE]]);
    expect(await credited(learner)).toBe(0);
  });

  it('P10 a play heartbeat, a day of silence, then everything: ten minutes at most', async () => {
    const { course, learner } = await lecture();
    const watcher = await Watcher.open(learner, course, 0);
    await watcher.send('play', []);
    school.clock.advance(24 * 60 * MINUTE);
    await watcher.send('tick', [[0, 60 * MINUTE]]);
    expect(await credited(learner)).toBe(15 * MINUTE);
  });

  it('P10 many tiny heartbeats: no tolerance per post, no bonus for the first', async () => {
    const { course, learner } = await lecture();
    const watcher = await Watcher.open(learner, course, 0);
    await watcher.send('play', []);
    for (let n = 0; n < 100; n += 1) {
      school.clock.advance(10);
      await watcher.send('tick', [[n * 1000, (n + 1) * 1000]]);
    }
    expect(await credited(learner)).toBeLessThanOrEqual(1000 * RATE);
  });

  it('P10 jittered intervals, at any cadence', async () => {
    const { course, learner } = await lecture();
    const watcher = await Watcher.open(learner, course, 0);
    await watcher.send('play', []);
    let wall = 0;
    let at = 0;
    for (const jitter of [3, 41, 7, 29, 13, 17, 5, 23, 11, 37]) {
      school.clock.advance(jitter * SECOND);
      wall += jitter * SECOND;
      const { progress } = await watcher.send('tick', [[at, at + 3 * jitter * SECOND]]);
      at = progress.frontierMs;
    }
    expect(await credited(learner)).toBe(wall * RATE);
  });

  it('P10 an old lease posts on after its end: only what it had accrued, for ten minutes', async () => {
    const { course, learner } = await school.withCourse([{ durationMs: 60 * MINUTE }, { durationMs: 60 * MINUTE }]);
    const old = await Watcher.open(learner, course, 0);
    await old.send('play', []);
    school.clock.advance(20 * SECOND);
    await Watcher.open(learner, course, 1, true);
    school.clock.advance(5 * MINUTE);
    expect(await old.send('tick', [[0, 60 * MINUTE]])).toMatchObject({
      live: false,
      progress: { countedMs: 30 * SECOND },
    });
    school.clock.advance(6 * MINUTE);
    expect(await old.send('tick', [[0, 10 * SECOND]])).toMatchObject({
      refused: [{ interval: [0, 10 * SECOND], reason: 'late' }],
    });
    expect(await credited(learner)).toBe(30 * SECOND);
  });

  it('P10 no operation takes a duration, a progress or a completion from the client', async () => {
    const { course, learner } = await lecture();
    const watcher = await Watcher.open(learner, course, 0);
    for (const more of [{ durationMs: 1 }, { progress: 100 }, { completed: true }, { countedMs: 9 }])
      await expect(
        learner.client.call(learning.sendHeartbeat, {
          params: { leaseId: watcher.leaseId },
          body: { seq: 1, event: 'play', segments: [], positionMs: 0, ...more },
        }),
      ).rejects.toMatchObject({ code: 'validation_failed' });
    const writes = Object.values(contracts)
      .flatMap((area) => Object.values(area))
      .filter(({ method, access }) => method !== 'GET' && access === 'learner');
    expect(writes.map(({ id }) => id).filter((id) => /complet|progress/i.test(id))).toEqual([]);
  });
});

it('whatever was sent, every record is what its heartbeats come to', async () => {
  const { lessons, wrong } = await verifyLedger(school.pg, null);
  expect(wrong).toBeNull();
  expect(lessons).toBeGreaterThan(10);
});
