import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { replayHeartbeat, type KeptHeartbeat } from './heartbeat-evidence.ts';
import { lengthMs, union, type Interval } from './intervals.ts';
import { endLease, startLease, type Lease } from './lease.ts';
import { applyHeartbeat, isComplete, type HeartbeatEvent, type Progress } from './watching.ts';

const SECOND = 1_000;
const LESSON = 100 * SECOND;
const none: Progress = { coverage: [], frontierMs: 0, durationMs: LESSON };

const position = fc.integer({ min: 0, max: 130 * SECOND });
const reported = fc.record({
  wait: fc.oneof(fc.integer({ min: 0, max: 40 * SECOND }), fc.constantFrom(0, 601_000, 1_300_000)),
  event: fc.constantFrom<HeartbeatEvent>('play', 'play', 'tick', 'tick', 'tick', 'pause', 'seek', 'rate', 'end'),
  segments: fc.array(
    fc.oneof(
      fc.tuple(position, position),
      position.map((to): Interval => [0, to]),
    ),
    { maxLength: 6 },
  ),
  takenOver: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
});

type Reported = typeof reported extends fc.Arbitrary<infer Value> ? Value : never;

/** Applies reports to one lease and keeps of each what is kept. */
function keep(reports: readonly Reported[], maxRate: number) {
  const began = 1_700_000_000_000;
  const heartbeats: (KeptHeartbeat & { firstView: boolean })[] = [];
  let [lease, progress, now, completed]: [Lease, Progress, number, boolean] = [
    startLease(began, maxRate),
    none,
    began,
    false,
  ];
  for (const { wait, event, segments, takenOver } of reports) {
    now += wait;
    if (takenOver) lease = endLease(lease, now);
    const outcome = applyHeartbeat(lease, progress, { seq: lease.seq + 1, event, segments }, now, !completed);
    if (outcome.kind !== 'applied') throw new Error(outcome.kind);
    const { accepted, refused } = outcome;
    const kept = { seq: outcome.lease.seq, event, at: now, accepted: union(accepted), playedMs: lengthMs(accepted) };
    heartbeats.push({ ...kept, refused, firstView: !completed });
    ({ lease, progress } = outcome);
    completed ||= isComplete(progress.coverage, LESSON, 90);
  }
  return { start: { ...startLease(began, maxRate), endedAt: lease.endedAt }, heartbeats, lease, progress, completed };
}

const anything = fc.tuple(
  fc.array(reported, { minLength: 1, maxLength: 30 }).map((reports) => [{ ...first, segments: [] }, ...reports]),
  fc.constantFrom(100, 150, 133),
);
const first = { wait: 500, event: 'play' as const, takenOver: false };

describe('replayHeartbeat', () => {
  it('comes to the same lease and coverage from what is kept of any heartbeats', () => {
    fc.assert(
      fc.property(anything, ([reports, maxRate]) => {
        const { start, heartbeats, lease, progress, completed } = keep(reports, maxRate);
        let state = { lease: start, progress: none };
        for (const { firstView, ...heartbeat } of heartbeats) {
          const replay = replayHeartbeat(state.lease, state.progress, heartbeat, firstView);
          expect(replay).toMatchObject({ same: true, acceptedMs: heartbeat.playedMs });
          if (replay) state = replay;
        }
        expect(state.lease).toEqual(lease);
        expect(state.progress.coverage).toEqual(progress.coverage);
        // of a completed lesson the frontier decides nothing any more
        if (!completed) expect(state.progress.frontierMs).toBe(progress.frontierMs);
      }),
      { numRuns: 400 },
    );
  });

  const play: KeptHeartbeat = { seq: 1, event: 'play', at: 0, accepted: [], playedMs: 0, refused: [] };
  const tick: KeptHeartbeat = {
    seq: 2,
    event: 'tick',
    at: 10_000,
    accepted: [[0, 10_000]],
    playedMs: 10_000,
    refused: [],
  };
  const after = (heartbeat: KeptHeartbeat) => {
    const begun = replayHeartbeat(startLease(0, 100), none, play, true);
    return begun && replayHeartbeat(begun.lease, begun.progress, heartbeat, true);
  };

  it.each<[string, Partial<KeptHeartbeat>, number]>([
    ['more than the clock allowed', { accepted: [[0, 20_000]], playedMs: 20_000 }, 10_000],
    ['more repeats than the clock allowed', { accepted: [[0, 1]], playedMs: 2_000_000_000 }, 51],
    ['credit without intervals', { accepted: [], playedMs: 10_000 }, 0],
    ['an interval ahead of what was played', { accepted: [[30_000, 40_000]] }, 0],
    ['an interval beyond the lesson', { accepted: [[0, 200_000]] }, 10_000],
    ['less than was earned', { playedMs: 9_000 }, 10_000],
    [
      'a refusal that had no reason',
      { accepted: [], playedMs: 0, refused: [{ interval: [0, 500], reason: 'budget' }] },
      500,
    ],
    ['an earlier arrival', { at: 4_000 }, 4_000],
  ])('does not agree with %s', (_, change, acceptedMs) => {
    expect(after({ ...tick, ...change })).toMatchObject({ same: false, acceptedMs });
    expect(after(tick)).toMatchObject({ same: true });
  });

  it('says nothing of a heartbeat whose predecessor is missing', () => {
    expect(after({ ...tick, seq: 3 })).toBeNull();
    expect(after({ ...tick, seq: 1 })).toBeNull();
  });
});
