import { catalog, exams, learning } from '@dangxiao/contracts';
import type { HttpClient } from '../support/http-client.ts';
import type { DemoClock } from './product.ts';
import type { Random } from './random.ts';

const HEARTBEAT_MS = 15_000;

/** Texts of the right options by the text of the question; letters for true/false. */
export type Answers = ReadonlyMap<string, readonly string[]>;

/** Studies a lesson as the player does, a heartbeat every 15 s of the moved clock, up to `share` of its length. */
export async function studyLesson(
  learner: HttpClient,
  clock: DemoClock,
  courseId: string,
  lessonId: string,
  share = 1,
): Promise<void> {
  const { durationMs } = await learner.call(catalog.getLesson, { params: { courseId, lessonId } });
  const { leaseId } = await learner.call(learning.openLease, {
    params: { lessonId },
    body: { courseId, takeOver: true },
  });
  const until = Math.floor(durationMs * share);
  let seq = 0;
  let at = 0;
  const heartbeat = async (event: 'play' | 'tick' | 'pause' | 'end', to: number) => {
    const segments: [number, number][] = to > at ? [[at, to]] : [];
    clock.advance(to - at);
    at = to;
    await learner.call(learning.sendHeartbeat, {
      params: { leaseId },
      body: { seq: ++seq, event, segments, positionMs: at },
    });
  };
  await heartbeat('play', 0);
  while (at + HEARTBEAT_MS < until) await heartbeat('tick', at + HEARTBEAT_MS);
  await heartbeat(share === 1 ? 'end' : 'pause', until);
  clock.advance(5_000);
}

/** Studies every lesson of the units, then sits their exams, answering rightly with the given chance. */
export async function studyCourse(
  learner: HttpClient,
  clock: DemoClock,
  random: Random,
  courseId: string,
  options: { answers: Answers; chance: number; exam?: boolean },
): Promise<void> {
  const content = await learner.call(catalog.getCourseContent, { params: { courseId } });
  for (const unit of content.units) {
    for (const lesson of unit.lessons) await studyLesson(learner, clock, courseId, lesson.id);
    if (unit.exam && options.exam !== false) await sit(learner, clock, random, unit.exam.id, options);
  }
}

async function sit(
  learner: HttpClient,
  clock: DemoClock,
  random: Random,
  examId: string,
  { answers, chance }: { answers: Answers; chance: number },
): Promise<void> {
  const attempt = await learner.call(exams.startAttempt, { params: { examId } });
  for (const { slot, kind, text, options } of attempt.paper) {
    clock.advance(random.between(8_000, 25_000));
    const right = answers.get(text) ?? [];
    const rightKeys =
      kind === 'true_false' ? right : options.filter((option) => right.includes(option.text)).map(({ key }) => key);
    const choice = random.next() < chance ? [...rightKeys] : [rightKeys[0] === 'A' ? 'B' : 'A'];
    const body = { epoch: attempt.epoch, seq: slot, choice };
    await learner.call(exams.saveAnswer, { params: { attemptId: attempt.id, slot }, body });
  }
  await learner.call(exams.handIn, { params: { attemptId: attempt.id } });
  clock.advance(10_000);
}
