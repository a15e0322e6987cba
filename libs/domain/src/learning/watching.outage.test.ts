import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { lengthMs, union } from './intervals.ts';
import type { Interval } from './intervals.ts';
import { HEARTBEAT_INTERVAL_MS, MAX_ACCRUAL_GAP_MS, startLease } from './lease.ts';
import { applyHeartbeat } from './watching.ts';
import type { Heartbeat, HeartbeatEvent, Progress } from './watching.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const RATE = 150;
const LESSON: Progress = { coverage: [], frontierMs: 0, durationMs: 90 * MINUTE };

type Arrival = { heartbeat: Heartbeat; at: number };

function replay(arrivals: readonly Arrival[]) {
  let lease = startLease(0, RATE);
  let progress = LESSON;
  const refused = [];
  for (const { heartbeat, at } of arrivals) {
    const outcome = applyHeartbeat(lease, progress, heartbeat, at);
    if (outcome.kind !== 'applied') throw new Error(`heartbeat ${heartbeat.seq}: ${outcome.kind}`);
    ({ lease, progress } = outcome);
    refused.push(...outcome.refused);
  }
  return { lease, progress, refused };
}

/**
 * An honest player over a network with outages: reports every 15 s, keeps unanswered heartbeats and sends them in order, starts to play once its
 * play heartbeat is answered, and stops while the last answered heartbeat is ten minutes old.
 */
class Player {
  now = 0;
  position = 0;
  readonly played: Interval[] = [];
  readonly arrivals: (Arrival & { sentAt: number })[] = [];
  readonly outages: readonly Interval[];
  readonly latency: number;

  constructor(outages: readonly Interval[], latency: number) {
    this.outages = outages;
    this.latency = latency;
    this.play();
  }

  watch(ms: number, rate: number): void {
    for (let left = ms; left > 0 && this.position < LESSON.durationMs;) {
      const chunk = Math.min(left, HEARTBEAT_INTERVAL_MS);
      if (this.now + chunk > this.lastAnsweredSentAt() + MAX_ACCRUAL_GAP_MS) {
        this.send('pause', []);
        this.play();
      }
      const to = Math.min(LESSON.durationMs, this.position + Math.floor((chunk * rate) / 100));
      const segment: Interval = [this.position, to];
      this.played.push(segment);
      this.position = to;
      this.now += chunk;
      this.send('tick', [segment]);
      left -= chunk;
    }
  }

  seekBack(fraction: number): void {
    this.position = Math.floor(this.position * fraction);
    this.send('seek', []);
  }

  pause(ms: number): void {
    this.send('pause', []);
    this.now += ms;
    this.play();
  }

  private play(): void {
    this.now = Math.max(this.now, this.send('play', []) + this.latency);
  }

  private send(event: HeartbeatEvent, segments: Interval[]): number {
    const outage = this.outages.find(([from, to]) => this.now >= from && this.now < to);
    const before = this.arrivals.at(-1)?.at ?? 0;
    const at = Math.max(before, (outage?.[1] ?? this.now) + this.latency);
    this.arrivals.push({ heartbeat: { seq: this.arrivals.length + 1, event, segments }, at, sentAt: this.now });
    return at;
  }

  private lastAnsweredSentAt(): number {
    return this.arrivals.findLast(({ at }) => at + this.latency <= this.now)?.sentAt ?? 0;
  }
}

const action = fc.oneof(
  { weight: 4, arbitrary: fc.tuple(fc.constant('watch' as const), fc.integer({ min: 1, max: 14 * MINUTE })) },
  { weight: 1, arbitrary: fc.tuple(fc.constant('pause' as const), fc.integer({ min: 1, max: 40 * MINUTE })) },
  { weight: 1, arbitrary: fc.tuple(fc.constant('seek' as const), fc.integer({ min: 0, max: 100 })) },
);
const rate = fc.constantFrom(50, 75, 100, 125, 150);
const outages = fc
  .array(fc.tuple(fc.integer({ min: MINUTE, max: 15 * MINUTE }), fc.integer({ min: 1, max: 10 * MINUTE })), {
    maxLength: 4,
  })
  .map((list) => {
    let clock = 0;
    return list.map(([quiet, length]): Interval => {
      const from = clock + quiet;
      clock = from + length;
      return [from, clock];
    });
  });

describe('P11 lost and resent heartbeats', () => {
  it('P11 outages of up to ten minutes cost an honest learner 0 ms, at any rate that the policy allows', () => {
    const actions = fc.array(fc.tuple(action, rate), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(outages, actions, fc.integer({ min: 1, max: 3 * SECOND }), (quiet, list, latency) => {
        const player = new Player(quiet, latency);
        for (const [[what, amount], speed] of list) {
          if (what === 'watch') player.watch(amount, speed);
          else if (what === 'pause') player.pause(amount);
          else player.seekBack(amount / 100);
        }
        const { lease, progress, refused } = replay(player.arrivals);
        expect(refused).toEqual([]);
        expect(lease.playedMs).toBe(lengthMs(player.played));
        expect(progress.coverage).toEqual(union(player.played));
      }),
      { numRuns: 500 },
    );
  });

  it('P11 ten minutes offline in the middle of a lecture at normal speed: every second counts, without a stop', () => {
    const player = new Player([[5 * MINUTE + 1, 15 * MINUTE]], 100);
    player.watch(30 * MINUTE, 100);
    const { progress, refused } = replay(player.arrivals);
    expect(refused).toEqual([]);
    expect(progress.coverage).toEqual([[0, 30 * MINUTE]]);
  });

  it('P11 a longer silence costs only what lies beyond ten minutes, and that can be played again', () => {
    const heartbeat = (seq: number, event: HeartbeatEvent, ...segments: Interval[]): Heartbeat => ({
      seq,
      event,
      segments,
    });
    const arrivals = [
      { heartbeat: heartbeat(1, 'play'), at: 0 },
      { heartbeat: heartbeat(2, 'tick', [0, 18 * MINUTE]), at: 12 * MINUTE },
    ];
    const offline = replay(arrivals);
    expect(offline.refused).toEqual([{ interval: [15 * MINUTE, 18 * MINUTE], reason: 'gap' }]);
    const again = replay([
      ...arrivals,
      { heartbeat: heartbeat(3, 'tick', [15 * MINUTE, 18 * MINUTE]), at: 14 * MINUTE },
    ]);
    expect(again.progress.coverage).toEqual([[0, 18 * MINUTE]]);
  });
});

describe('P11 duplicated and reordered heartbeats', () => {
  const played = fc.integer({ min: 0, max: 5 * MINUTE });
  const heartbeats = fc
    .array(
      fc.record({
        event: fc.constantFrom<HeartbeatEvent>('play', 'tick', 'pause', 'seek', 'rate'),
        segments: fc.array(fc.tuple(fc.constant(0), played), { maxLength: 2 }),
      }),
      { minLength: 1, maxLength: 12 },
    )
    .map((list) => list.map((each, index): Heartbeat => ({ ...each, seq: index + 1 })));

  /** Delivers at random, then resends from what the server expects until all are applied. Returns each heartbeat's first accepted arrival. */
  function deliver(sent: readonly Heartbeat[], noise: readonly { pick: number; wait: number }[]) {
    let lease = startLease(0, RATE);
    let progress = LESSON;
    let now = 0;
    const applied: Arrival[] = [];
    const offer = (heartbeat: Heartbeat | undefined): void => {
      if (!heartbeat) return;
      const outcome = applyHeartbeat(lease, progress, heartbeat, now);
      if (outcome.kind === 'applied') {
        ({ lease, progress } = outcome);
        applied.push({ heartbeat, at: now });
      } else if (outcome.kind === 'gap') {
        expect(outcome.expected).toBe(applied.length + 1);
      } else {
        expect(heartbeat.seq).toBeLessThanOrEqual(applied.length);
      }
    };
    for (const { pick, wait } of noise) {
      now += wait;
      offer(sent[pick % sent.length]);
    }
    while (applied.length < sent.length) offer(sent[applied.length]);
    return { lease, progress, applied };
  }

  it('P11 with resending from the expected heartbeat any delivery reaches the state of the heartbeats in order', () => {
    const noise = fc.array(fc.record({ pick: fc.nat(), wait: fc.nat(MINUTE) }), { maxLength: 40 });
    fc.assert(
      fc.property(heartbeats, noise, (sent, attempts) => {
        const { lease, progress, applied } = deliver(sent, attempts);
        expect(applied.map(({ heartbeat }) => heartbeat)).toEqual(sent);
        const straight = replay(applied);
        expect(lease).toEqual(straight.lease);
        expect(progress).toEqual(straight.progress);
      }),
    );
  });

  it('P11 heartbeats that arrive at one instant give the same result in any order and number', () => {
    const noise = fc.array(fc.record({ pick: fc.nat(), wait: fc.constant(0) }), { maxLength: 40 });
    fc.assert(
      fc.property(heartbeats, noise, (sent, attempts) => {
        const first: Arrival = { heartbeat: { seq: 1, event: 'play', segments: [] }, at: 0 };
        const rest = sent.map((heartbeat) => ({ ...heartbeat, seq: heartbeat.seq + 1 }));
        const straight = replay([first, ...rest.map((heartbeat) => ({ heartbeat, at: 5 * MINUTE }))]);
        const shuffled = deliver(
          [first.heartbeat, ...rest],
          [{ pick: 0, wait: 0 }, { pick: 0, wait: 5 * MINUTE }, ...attempts],
        );
        expect(shuffled.lease).toEqual(straight.lease);
        expect(shuffled.progress).toEqual(straight.progress);
      }),
    );
  });
});
