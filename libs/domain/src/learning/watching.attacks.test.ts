import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { lengthMs, union } from './intervals.ts';
import type { Interval } from './intervals.ts';
import { endLease, MAX_ACCRUAL_GAP_MS, startLease } from './lease.ts';
import type { Lease } from './lease.ts';
import { applyHeartbeat } from './watching.ts';
import type { HeartbeatEvent, Progress } from './watching.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const LESSON_MS = 120 * MINUTE;
const RATE = 150;

type Session = { lease: Lease; lesson: number; playing: boolean; heartbeatAt: number };

/**
 * One person with several lessons, whose client says whatever it likes. Keeps, apart from the model's own sums, the instants of server
 * time in which some lease was playing.
 */
class Person {
  now = 0;
  credited = 0;
  playedTime: Interval[] = [];
  readonly sessions: Session[] = [];
  readonly progress: Progress[];
  readonly firstView: boolean;

  constructor(lessons: number, firstView = true) {
    this.firstView = firstView;
    this.progress = Array.from({ length: lessons }, () => ({ coverage: [], frontierMs: 0, durationMs: LESSON_MS }));
  }

  open(lesson: number): Session {
    for (const other of this.sessions) other.lease = endLease(other.lease, this.now);
    const session = { lease: startLease(this.now, RATE), lesson, playing: false, heartbeatAt: this.now };
    this.sessions.push(session);
    return session;
  }

  send(session: Session, event: HeartbeatEvent, segments: Interval[], seq = session.lease.seq + 1): void {
    const progress = this.progress[session.lesson];
    if (!progress) throw new Error('No such lesson');
    const outcome = applyHeartbeat(session.lease, progress, { seq, event, segments }, this.now, this.firstView);
    if (outcome.kind !== 'applied') return;
    const end = Math.min(this.now, session.lease.endedAt ?? this.now, session.heartbeatAt + MAX_ACCRUAL_GAP_MS);
    if (session.playing) this.playedTime.push([session.heartbeatAt, end]);
    session.heartbeatAt = this.now;
    session.playing = event === 'play' || (session.playing && event !== 'pause' && event !== 'end');
    session.lease = outcome.lease;
    this.progress[session.lesson] = outcome.progress;
    this.credited += lengthMs(outcome.accepted);
  }

  get covered(): number {
    return this.progress.reduce((sum, { coverage }) => sum + lengthMs(coverage), 0);
  }

  isWithinBudget(): boolean {
    const atMost = (ms: number): number => Math.floor((ms * RATE) / 100);
    return (
      this.covered <= this.credited &&
      this.credited <= atMost(lengthMs(union(this.playedTime))) &&
      this.credited <= atMost(this.now) &&
      this.progress.every(({ frontierMs }) => frontierMs <= atMost(this.now))
    );
  }
}

describe('P10 attacks on watch time', () => {
  it('P10 progress 100: the whole lecture in one heartbeat', () => {
    const person = new Person(1);
    const session = person.open(0);
    person.send(session, 'play', []);
    person.now = 15 * SECOND;
    person.send(session, 'end', [[0, LESSON_MS]]);
    expect(person.covered).toBe(22.5 * SECOND);
  });

  it('P10 jump to the end', () => {
    const person = new Person(1);
    const session = person.open(0);
    person.send(session, 'play', []);
    person.now = MINUTE;
    person.send(session, 'seek', [[LESSON_MS - 30 * SECOND, LESSON_MS]]);
    expect(person.covered).toBe(0);
    expect(person.progress[0]?.frontierMs).toBe(0);
  });

  it('P10 duration steps without waiting, and many tiny posts', () => {
    const person = new Person(1);
    const session = person.open(0);
    person.send(session, 'play', []);
    for (let post = 0; post < 2_400; post += 1) {
      if (post % 4 === 0) person.now += 1;
      person.send(session, 'tick', [[person.covered, person.covered + 250]]);
    }
    expect(person.now).toBe(600);
    expect(person.covered).toBe(900);
  });

  it('P10 ten lectures in parallel: only one lease lives', () => {
    const person = new Person(10);
    const sessions = person.progress.map((_, lesson) => person.open(lesson));
    for (const session of sessions) person.send(session, 'play', []);
    for (let from = 0; from < 10 * MINUTE; from += 15 * SECOND) {
      person.now += 15 * SECOND;
      for (const session of sessions) person.send(session, 'tick', [[from, from + 15 * SECOND]]);
    }
    expect(person.covered).toBe(10 * MINUTE);
  });

  it('P10 ten leases in turn, each posting late what it never played', () => {
    const person = new Person(10);
    const sessions = person.progress.map((_, lesson) => {
      const session = person.open(lesson);
      person.send(session, 'play', []);
      person.now += 6 * SECOND;
      return session;
    });
    for (const session of sessions) person.send(session, 'end', [[0, LESSON_MS]]);
    expect(person.now).toBe(MINUTE);
    expect(person.covered).toBe(90 * SECOND);
  });

  it('P10 ten leases of one lecture move its frontier no faster than the clock', () => {
    const person = new Person(1);
    const sessions = Array.from({ length: 10 }, () => {
      const session = person.open(0);
      person.now += 6 * SECOND;
      return session;
    });
    person.now = 9 * MINUTE;
    for (const session of sessions.slice(0, -1)) {
      const frontier = person.progress[0]?.frontierMs ?? 0;
      person.send(session, 'tick', [[frontier, LESSON_MS]]);
    }
    expect(person.progress[0]?.frontierMs).toBe(9 * 9 * SECOND);
  });

  it('P10 waiting without playing and posting a long range: nothing', () => {
    const person = new Person(1);
    const session = person.open(0);
    person.now = 30 * MINUTE;
    person.send(session, 'tick', [[0, 20 * MINUTE]]);
    person.send(session, 'play', [[0, 20 * MINUTE]]);
    person.send(session, 'tick', [[0, 20 * MINUTE]]);
    expect(person.covered).toBe(0);
  });

  it('P10 one play heartbeat and an hour of silence: ten minutes at the fastest rate', () => {
    const person = new Person(1);
    const session = person.open(0);
    person.send(session, 'play', []);
    person.now = 60 * MINUTE;
    person.send(session, 'tick', [[0, LESSON_MS]]);
    expect(person.covered).toBe(15 * MINUTE);
  });
});

type Step =
  | { do: 'wait'; ms: number }
  | { do: 'open'; lesson: number }
  | { do: 'heartbeat'; session: number; event: HeartbeatEvent; segments: [number, number][]; skew: number };

const position = fc.oneof(fc.integer({ min: 0, max: LESSON_MS }), fc.integer({ min: 0, max: 3 * MINUTE }));
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ do: fc.constant('wait' as const), ms: fc.integer({ min: 0, max: 15 * MINUTE }) }),
  fc.record({ do: fc.constant('wait' as const), ms: fc.integer({ min: 0, max: 20 * SECOND }) }),
  fc.record({ do: fc.constant('open' as const), lesson: fc.nat(2) }),
  fc.record({
    do: fc.constant('heartbeat' as const),
    session: fc.nat(3),
    event: fc.constantFrom<HeartbeatEvent>('play', 'play', 'tick', 'tick', 'pause', 'seek', 'rate', 'end'),
    segments: fc.array(fc.tuple(fc.oneof(fc.constant(0), position), position), { maxLength: 4 }),
    skew: fc.constantFrom(0, 0, 0, 0, 0, -1, 2),
  }),
);

describe('P10 credited ≤ server wall time × rate', () => {
  it('P10 over any heartbeats of several leases and lessons, per person', () => {
    let credits = 0;
    fc.assert(
      fc.property(fc.array(step, { minLength: 5, maxLength: 60 }), fc.boolean(), (steps, firstView) => {
        const person = new Person(3, firstView);
        person.send(person.open(0), 'play', []);
        for (const each of steps) {
          if (each.do === 'wait') person.now += each.ms;
          else if (each.do === 'open') person.open(each.lesson);
          else {
            const session = person.sessions.at(-1 - each.session) ?? person.sessions[0];
            if (session) person.send(session, each.event, each.segments, session.lease.seq + 1 + each.skew);
          }
          if (!person.isWithinBudget()) throw new Error(`Credited ${person.credited} after ${JSON.stringify(each)}`);
        }
        if (person.credited > 0) credits += 1;
      }),
      { numRuns: 500 },
    );
    // The property would hold for a model that credits nothing.
    expect(credits).toBeGreaterThan(60);
  });

  it('P10 every clipped millisecond is either accepted or refused with a reason, and coverage only grows', () => {
    const segments = fc.array(fc.tuple(position, position), { maxLength: 5 });
    const state = fc.record({
      accruedMs: fc.nat(10 * MINUTE),
      gapMs: fc.nat(MINUTE),
      playedMs: fc.nat(10 * MINUTE),
      playing: fc.boolean(),
      endedAt: fc.option(fc.integer({ min: 15 * MINUTE, max: 20 * MINUTE })),
    });
    fc.assert(
      fc.property(segments, state, position, fc.nat(60 * MINUTE), fc.boolean(), (played, at, frontierMs, ms, first) => {
        const lease = {
          ...startLease(0, RATE),
          ...at,
          lastHeartbeatAt: 15 * MINUTE,
          playedMs: Math.min(at.playedMs, at.accruedMs),
          wallPlayedMs: 10 * MINUTE,
        };
        const progress: Progress = { coverage: [[MINUTE, 2 * MINUTE]], frontierMs, durationMs: 60 * MINUTE };
        const outcome = applyHeartbeat(
          lease,
          progress,
          { seq: 1, event: 'tick', segments: played },
          15 * MINUTE + ms,
          first,
        );
        if (outcome.kind !== 'applied') throw new Error(outcome.kind);
        const clipped = played.map(([from, to]): Interval => [from, Math.min(to, progress.durationMs)]);
        const refused = outcome.refused.map(({ interval }) => interval);
        expect(lengthMs(outcome.accepted) + lengthMs(refused)).toBe(lengthMs(clipped));
        expect(union(outcome.accepted, refused)).toEqual(union(clipped));
        expect(outcome.progress.coverage).toEqual(union(progress.coverage, outcome.accepted));
        expect(outcome.progress.frontierMs).toBeGreaterThanOrEqual(frontierMs);
      }),
    );
  });
});
