import { describe, expect, it } from '@jest/globals';
import type { Interval } from './intervals.ts';
import { endLease, LEASE_GRACE_MS, startLease, unspentMs } from './lease.ts';
import type { Lease } from './lease.ts';
import { applyHeartbeat, isComplete } from './watching.ts';
import type { HeartbeatEvent, HeartbeatOutcome, Progress } from './watching.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const LESSON: Progress = { coverage: [], frontierMs: 0, durationMs: 60 * MINUTE };

/** A learner's lease and progress, moved on by heartbeats; heartbeats take the next sequence. */
class Viewing {
  lease: Lease;
  progress: Progress = LESSON;
  firstView = true;

  constructor(maxRate = 150) {
    this.lease = startLease(0, maxRate);
  }

  heartbeat(
    now: number,
    event: HeartbeatEvent,
    ...segments: Interval[]
  ): Extract<HeartbeatOutcome, { kind: 'applied' }> {
    const heartbeat = { seq: this.lease.seq + 1, event, segments };
    const outcome = applyHeartbeat(this.lease, this.progress, heartbeat, now, this.firstView);
    if (outcome.kind !== 'applied') throw new Error(outcome.kind);
    this.lease = outcome.lease;
    this.progress = outcome.progress;
    return outcome;
  }
}

describe('what accrues', () => {
  it('only the time between a play heartbeat and the next pause or end heartbeat', () => {
    const viewing = new Viewing(100);
    viewing.heartbeat(MINUTE, 'tick');
    expect(viewing.lease.accruedMs).toBe(0);
    viewing.heartbeat(2 * MINUTE, 'play');
    viewing.heartbeat(3 * MINUTE, 'tick');
    viewing.heartbeat(4 * MINUTE, 'pause');
    viewing.heartbeat(9 * MINUTE, 'play');
    viewing.heartbeat(10 * MINUTE, 'end');
    viewing.heartbeat(11 * MINUTE, 'tick');
    expect(viewing.lease.accruedMs).toBe(3 * MINUTE);
  });

  it('a seek or a change of rate keeps playing', () => {
    const viewing = new Viewing(100);
    viewing.heartbeat(0, 'play');
    viewing.heartbeat(MINUTE, 'seek', [0, MINUTE]);
    viewing.heartbeat(2 * MINUTE, 'rate', [0, MINUTE]);
    expect(viewing.lease).toMatchObject({ playing: true, accruedMs: 2 * MINUTE, playedMs: 2 * MINUTE });
  });

  it('at most ten minutes between two heartbeats; what the cap cost is refused as a gap, what nothing allows as budget', () => {
    const viewing = new Viewing(100);
    viewing.heartbeat(5 * MINUTE, 'play');
    const { accepted, refused } = viewing.heartbeat(18 * MINUTE, 'tick', [0, 12 * MINUTE]);
    expect(accepted).toEqual([[0, 10 * MINUTE]]);
    expect(refused).toEqual([{ interval: [10 * MINUTE, 12 * MINUTE], reason: 'gap' }]);
    expect(viewing.progress.frontierMs).toBe(12 * MINUTE);
    expect(viewing.heartbeat(18 * MINUTE, 'tick', [12 * MINUTE, 15 * MINUTE]).refused).toEqual([
      { interval: [12 * MINUTE, 13 * MINUTE], reason: 'gap' },
      { interval: [13 * MINUTE, 15 * MINUTE], reason: 'budget' },
    ]);
  });

  it('nothing when the clock of another server runs behind, and nothing twice when it catches up', () => {
    const viewing = new Viewing(100);
    viewing.heartbeat(0, 'play');
    viewing.heartbeat(10 * SECOND, 'tick');
    viewing.heartbeat(8 * SECOND, 'tick');
    expect(viewing.lease.accruedMs).toBe(10 * SECOND);
    viewing.heartbeat(12 * SECOND, 'tick');
    expect(viewing.lease.accruedMs).toBe(12 * SECOND);
  });
});

describe('what a heartbeat may spend', () => {
  it('is accrued time × rate, in playing order, and unspent time stays', () => {
    const viewing = new Viewing();
    viewing.heartbeat(0, 'play');
    const first = viewing.heartbeat(10 * SECOND, 'tick', [0, 9 * SECOND], [3 * SECOND, 12 * SECOND]);
    expect(first.accepted).toEqual([
      [0, 9 * SECOND],
      [3 * SECOND, 9 * SECOND],
    ]);
    expect(first.refused).toEqual([{ interval: [9 * SECOND, 12 * SECOND], reason: 'impossible' }]);
    viewing.heartbeat(20 * SECOND, 'tick', [9 * SECOND, 14 * SECOND]);
    expect(unspentMs(viewing.lease)).toBe(10 * SECOND);
    expect(viewing.progress.coverage).toEqual([[0, 14 * SECOND]]);
  });

  it('repeats are spent but cover nothing new', () => {
    const viewing = new Viewing(100);
    viewing.heartbeat(0, 'play');
    viewing.heartbeat(30 * SECOND, 'tick', [0, 15 * SECOND], [0, 15 * SECOND]);
    expect(viewing.lease.playedMs).toBe(30 * SECOND);
    expect(viewing.progress.coverage).toEqual([[0, 15 * SECOND]]);
  });

  it('clips to the lesson and drops what is empty or reversed', () => {
    const viewing = new Viewing();
    viewing.progress = { coverage: [], frontierMs: 60 * MINUTE, durationMs: 60 * MINUTE };
    viewing.heartbeat(0, 'play');
    const { accepted, refused } = viewing.heartbeat(
      MINUTE,
      'tick',
      [59 * MINUTE, 61 * MINUTE],
      [-500, 500],
      [10, 10],
      [20, 10],
      [90 * MINUTE, 91 * MINUTE],
    );
    expect(accepted).toEqual([
      [59 * MINUTE, 60 * MINUTE],
      [0, 500],
    ]);
    expect(refused).toEqual([]);
  });
});

describe('the frontier of a first view', () => {
  it('refuses a start beyond it, moves with what was played, and gives back what budget refused', () => {
    const viewing = new Viewing(100);
    viewing.heartbeat(20 * SECOND, 'play');
    expect(viewing.heartbeat(30 * SECOND, 'seek', [0, 15 * SECOND], [20 * SECOND, 25 * SECOND])).toMatchObject({
      accepted: [[0, 10 * SECOND]],
      refused: [
        { interval: [10 * SECOND, 15 * SECOND], reason: 'budget' },
        { interval: [20 * SECOND, 25 * SECOND], reason: 'ahead' },
      ],
    });
    expect(viewing.progress.frontierMs).toBe(15 * SECOND);
    expect(viewing.heartbeat(35 * SECOND, 'tick', [10 * SECOND, 15 * SECOND]).refused).toEqual([]);
    expect(viewing.progress.coverage).toEqual([[0, 15 * SECOND]]);
  });

  it('does not move for what wall time does not allow', () => {
    const viewing = new Viewing(100);
    viewing.heartbeat(0, 'play');
    const { refused } = viewing.heartbeat(SECOND, 'tick', [0, 60 * MINUTE]);
    expect(refused).toEqual([{ interval: [SECOND, 60 * MINUTE], reason: 'impossible' }]);
    expect(viewing.progress.frontierMs).toBe(SECOND);
  });

  it('does not bind a completed lesson', () => {
    const viewing = new Viewing();
    viewing.firstView = false;
    viewing.heartbeat(0, 'play');
    expect(viewing.heartbeat(MINUTE, 'tick', [50 * MINUTE, 51 * MINUTE]).refused).toEqual([]);
    expect(viewing.progress.frontierMs).toBe(0);
  });
});

describe('sequence', () => {
  const viewing = new Viewing();
  viewing.heartbeat(0, 'play');
  const send = (seq: number): HeartbeatOutcome =>
    applyHeartbeat(viewing.lease, viewing.progress, { seq, event: 'tick', segments: [[0, SECOND]] }, MINUTE);

  it('says that a known heartbeat is a duplicate', () => expect(send(1)).toEqual({ kind: 'duplicate' }));
  it('says which heartbeat it waits for', () => expect(send(4)).toEqual({ kind: 'gap', expected: 2 }));
  it('applies the next', () => expect(send(2).kind).toBe('applied'));
});

describe('an ended lease', () => {
  it('accepts its queue for ten minutes, against what it accrued before its end', () => {
    const viewing = new Viewing(100);
    viewing.heartbeat(0, 'play');
    viewing.lease = endLease(viewing.lease, 30 * SECOND);
    viewing.heartbeat(2 * MINUTE, 'tick', [0, 15 * SECOND]);
    const last = viewing.heartbeat(30 * SECOND + LEASE_GRACE_MS, 'pause', [15 * SECOND, 40 * SECOND]);
    expect(last.refused).toEqual([{ interval: [30 * SECOND, 40 * SECOND], reason: 'impossible' }]);
    expect(viewing.progress).toMatchObject({ coverage: [[0, 30 * SECOND]], frontierMs: 30 * SECOND });
    expect(viewing.heartbeat(31 * SECOND + LEASE_GRACE_MS, 'tick', [0, 5 * SECOND])).toMatchObject({
      accepted: [],
      refused: [{ interval: [0, 5 * SECOND], reason: 'late' }],
    });
  });

  it('accrues no more, whatever heartbeats follow', () => {
    const viewing = new Viewing(100);
    viewing.heartbeat(0, 'play');
    viewing.heartbeat(MINUTE, 'end');
    viewing.heartbeat(2 * MINUTE, 'play');
    viewing.heartbeat(3 * MINUTE, 'tick');
    expect(viewing.lease).toMatchObject({ endedAt: MINUTE, accruedMs: MINUTE });
  });

  it('keeps its first end', () => {
    const ended = endLease(startLease(0, 150), MINUTE);
    expect(endLease(ended, 2 * MINUTE)).toBe(ended);
  });
});

describe('completion', () => {
  it.each<[Interval[], number, boolean]>([
    [[[0, 90]], 90, true],
    [[[0, 89]], 90, false],
    [
      [
        [0, 50],
        [40, 80],
      ],
      90,
      false,
    ],
    [
      [
        [0, 45],
        [55, 100],
      ],
      90,
      true,
    ],
    [[[0, 500]], 100, true],
    [[], 0, true],
  ])('%j of 100 ms at %i %%: %s', (coverage, percent, complete) =>
    expect(isComplete(coverage, 100, percent)).toBe(complete),
  );

  it('a lesson without length is never complete', () => expect(isComplete([], 0, 90)).toBe(false));
});
