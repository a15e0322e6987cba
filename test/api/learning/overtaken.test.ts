import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { applyHeartbeat } from '@dangxiao/domain';
import {
  readLeases,
  writeIfUnchanged,
  type AppliedHeartbeat,
  type KnownLease,
} from '../../../apps/api/src/modules/learning/heartbeats.queries.ts';
import { studySchool, Watcher, type Learner, type StudySchool } from './study-school.ts';

const SECOND = 1000;

let school: StudySchool;
beforeAll(async () => {
  school = await studySchool();
});
afterAll(() => school.close());

const query: Parameters<typeof readLeases>[0] = (text, params) => school.pg.query(text, params);

/** A learner who plays for ten seconds; the heartbeat about them is decided and not written yet. */
async function decidedHeartbeat(): Promise<{ learner: Learner; heartbeat: AppliedHeartbeat }> {
  const { course, learner } = await school.withCourse([{ durationMs: 600 * SECOND }]);
  const watcher = await Watcher.open(learner, course, 0);
  await watcher.send('play', []);
  school.clock.advance(10 * SECOND);
  const { leaseId } = watcher;
  const known = (await readLeases(query, [{ personId: learner.personId, leaseId }])).get(leaseId) as KnownLease;
  const at = school.clock.now();
  const tick = { seq: 2, event: 'tick', segments: [[0, 10 * SECOND]] } as const;
  const outcome = applyHeartbeat(known.lease, known.progress, tick, at.getTime());
  if (outcome.kind !== 'applied') throw new Error(outcome.kind);
  return { learner, heartbeat: { ...outcome, known, positionMs: 10 * SECOND, event: 'tick', at, completedAt: null } };
}

/** The lesson's and the lease's state in the tables. */
const state = ({ known: { personId, leaseId } }: AppliedHeartbeat) =>
  school.pg.one(
    `select p.coverage, p.frontier_ms, p.position_ms, p.completed_at, l.seq, l.ended_at, l.accrued_ms,
       (select count(*)::int from watch_heartbeat b where b.lease_id = l.id) as heartbeats
     from playback_lease l join lesson_progress p on p.person_id = l.person_id and p.lesson_id = l.lesson_id
     where l.person_id = $1 and l.id = $2`,
    [personId, leaseId],
  );

describe('a heartbeat that was decided on what it read', () => {
  it('is written where nothing changed in between', async () => {
    const { heartbeat } = await decidedHeartbeat();
    expect(await writeIfUnchanged(query, [heartbeat])).toEqual(new Set([heartbeat.known.leaseId]));
    expect(await state(heartbeat)).toMatchObject({
      coverage: '{[0,10000)}',
      frontier_ms: 10 * SECOND,
      completed_at: null,
      seq: 2,
      heartbeats: 2,
    });
  });

  it.each([
    ['the same heartbeat was written by another process', 'playback_lease', 'seq = 2'],
    ['its lease ended', 'playback_lease', `ended_at = last_heartbeat_at`],
    ["another lease's late heartbeat moved the coverage", 'lesson_progress', `coverage = '{[0,60000)}'`],
    ["another lease's late heartbeat moved the frontier alone", 'lesson_progress', 'frontier_ms = 60000'],
    ["another lease's late heartbeat completed the lesson", 'lesson_progress', 'completed_at = updated_at'],
  ])('changes nothing when %s', async (_, table, change) => {
    const { heartbeat, learner } = await decidedHeartbeat();
    await school.pg.execute(`update ${table} set ${change} where person_id = $1`, [learner.personId]);
    const before = await state(heartbeat);
    expect(await writeIfUnchanged(query, [heartbeat])).toEqual(new Set());
    expect(await state(heartbeat)).toEqual(before);
  });
});
