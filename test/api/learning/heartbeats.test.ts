import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { learning } from '@dangxiao/contracts';
import { studySchool, Watcher, type StudySchool } from './study-school.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;

let school: StudySchool;
beforeAll(async () => {
  school = await studySchool();
});
afterAll(() => school.close());

describe('a heartbeat', () => {
  it('credits what the budget allows, says why the rest did not count, and is kept as evidence', async () => {
    const { course, learner } = await school.withCourse([{ durationMs: 10 * MINUTE }]);
    const watcher = await Watcher.open(learner, course, 0);
    await watcher.send('play', []);
    school.clock.advance(10 * SECOND);
    const answer = await watcher.send('tick', [[0, 20 * SECOND]]);
    expect(answer).toMatchObject({
      seq: 2,
      live: true,
      awarded: null,
      progress: { coverage: [[0, 15 * SECOND]], frontierMs: 15 * SECOND, countedMs: 15 * SECOND, completedAt: null },
      refused: [{ interval: [15 * SECOND, 20 * SECOND], reason: 'impossible' }],
    });
    const heartbeats = await school.pg.query(
      'select seq, event, accepted, played_ms, refused from watch_heartbeat where lease_id = $1 order by seq',
      [watcher.leaseId],
    );
    expect(heartbeats).toEqual([
      { seq: 1, event: 'play', accepted: '{}', played_ms: 0, refused: [] },
      {
        seq: 2,
        event: 'tick',
        accepted: '{[0,15000)}',
        played_ms: 15 * SECOND,
        refused: [[15 * SECOND, 20 * SECOND, 'impossible']],
      },
    ]);
  });

  it('that comes twice changes nothing and is answered as before', async () => {
    const { course, learner } = await school.withCourse([{ durationMs: 10 * MINUTE }]);
    const watcher = await Watcher.open(learner, course, 0);
    await watcher.send('play', []);
    school.clock.advance(10 * SECOND);
    const first = await watcher.send('tick', [[0, 20 * SECOND]]);
    school.clock.advance(10 * SECOND);
    expect(await watcher.resend(2, 'tick', [[0, 20 * SECOND]])).toEqual(first);
  });

  it('ahead of its turn says which one is expected', async () => {
    const { course, learner } = await school.withCourse([{ durationMs: 10 * MINUTE }]);
    const watcher = await Watcher.open(learner, course, 0);
    await expect(watcher.resend(3, 'tick', [])).rejects.toMatchObject({
      status: 409,
      code: 'heartbeat_out_of_order',
      params: { expected: 1 },
    });
  });

  it("to another person's lease, or to none, is refused as not found", async () => {
    const { course, learner } = await school.withCourse([{ durationMs: 10 * MINUTE }]);
    const watcher = await Watcher.open(learner, course, 0);
    const other = await school.learner();
    const body = { seq: 1, event: 'play' as const, segments: [], positionMs: 0 };
    for (const leaseId of [watcher.leaseId, course.id])
      await expect(other.client.call(learning.sendHeartbeat, { params: { leaseId }, body })).rejects.toMatchObject({
        status: 404,
        code: 'lease_not_found',
      });
  });
});
