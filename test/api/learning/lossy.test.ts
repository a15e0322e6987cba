import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { union, type HeartbeatEvent, type Interval } from '@dangxiao/domain';
import fc from 'fast-check';
import { studySchool, Watcher, type StudySchool } from './study-school.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const TICK = 15 * SECOND;
const LESSON = 60 * MINUTE;

let school: StudySchool;
beforeAll(async () => {
  school = await studySchool();
});
afterAll(() => school.close());

/** What becomes of one attempt to deliver the queue. */
type Fate = 'through' | 'request lost' | 'answer lost' | 'sent twice' | 'out of order';

interface Queued {
  seq: number;
  event: HeartbeatEvent;
  segments: Interval[];
}

/** An honest player over a lossy network: keeps what is not answered and sends it again, in order. */
class LossyPlayer {
  position = 0;
  readonly played: Interval[] = [];
  refused = 0;
  private seq = 1;
  private queue: Queued[] = [];
  private readonly watcher: Watcher;

  private constructor(watcher: Watcher) {
    this.watcher = watcher;
  }

  static async start(watcher: Watcher): Promise<LossyPlayer> {
    await watcher.resend(1, 'play', []);
    return new LossyPlayer(watcher);
  }

  /** Plays fifteen seconds and tries to deliver. */
  async play(rate: number, fate: Fate): Promise<void> {
    const to = Math.min(LESSON, this.position + (TICK * rate) / 100);
    const segment: Interval = [this.position, to];
    this.played.push(segment);
    this.position = to;
    school.clock.advance(TICK);
    this.seq += 1;
    this.queue.push({ seq: this.seq, event: 'tick', segments: [segment] });
    await this.deliver(fate);
  }

  async deliver(fate: Fate): Promise<void> {
    if (fate === 'request lost') return;
    const last = this.queue.at(-1);
    // Whether it is its turn depends on what became of the one before: it may be known already, though not to the player.
    if (fate === 'out of order' && last)
      await this.send(last).catch((error: unknown) => expect(error).toMatchObject({ code: 'heartbeat_out_of_order' }));
    for (const heartbeat of [...this.queue]) {
      const answers = await Promise.all(
        fate === 'sent twice' ? [this.send(heartbeat), this.send(heartbeat)] : [this.send(heartbeat)],
      );
      this.refused += answers[0]?.refused.length ?? 0;
      expect(answers.at(-1)).toEqual(answers[0]);
      if (fate === 'answer lost') return;
      this.queue.shift();
    }
  }

  private send(heartbeat: Queued) {
    return this.watcher.resend(heartbeat.seq, heartbeat.event, heartbeat.segments);
  }
}

const fate = fc.oneof(
  { weight: 4, arbitrary: fc.constant<Fate>('through') },
  { weight: 2, arbitrary: fc.constant<Fate>('request lost') },
  { weight: 2, arbitrary: fc.constant<Fate>('answer lost') },
  { weight: 1, arbitrary: fc.constant<Fate>('sent twice') },
  { weight: 1, arbitrary: fc.constant<Fate>('out of order') },
);
const step = fc.record({ fate, rate: fc.constantFrom(75, 100, 125, 150) });

describe('P11 heartbeats over a bad network', () => {
  it('P11 lost, repeated, late and reordered heartbeats change nothing: the coverage is the honest one', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 40 }), async (steps) => {
        const { course, learner } = await school.withCourse([{ durationMs: LESSON }]);
        const watcher = await Watcher.open(learner, course, 0);
        const player = await LossyPlayer.start(watcher);
        for (const each of steps) await player.play(each.rate, each.fate);
        await player.deliver('through');
        const row = await school.pg.one<{ coverage: string }>(
          'select coverage from lesson_progress where person_id = $1',
          [learner.personId],
        );
        const honest = union(player.played).map(([from, to]) => `[${from},${to})`);
        expect(row?.coverage).toBe(`{${honest.join(',')}}`);
        expect(player.refused).toBe(0);
      }),
      { numRuns: 15 },
    );
  }, 180_000);

  it('P11 an outage of ten minutes costs an honest learner 0 seconds', async () => {
    const { course, learner } = await school.withCourse([{ durationMs: LESSON }]);
    const player = await LossyPlayer.start(await Watcher.open(learner, course, 0));
    for (let n = 0; n < 8; n += 1) await player.play(100, 'through');
    for (let n = 0; n < 39; n += 1) await player.play(100, 'request lost');
    for (let n = 0; n < 8; n += 1) await player.play(100, 'through');
    const row = await school.pg.one<{ coverage: string }>('select coverage from lesson_progress where person_id = $1', [
      learner.personId,
    ]);
    expect(row?.coverage).toBe(`{[0,${55 * TICK})}`);
    expect(player.refused).toBe(0);
  });
});
