import {
  applyHeartbeat,
  deadlineOf,
  formatMultirange,
  hoursForExam,
  hoursForLesson,
  isComplete,
  lengthMs,
  markAttempt,
  assemblePaper,
  startLease,
  union,
  type Lease,
  type Progress,
} from '@dangxiao/domain';
import type { Booking } from './books.ts';
import { at } from './copy-lines.ts';
import { uuidAt } from './ids.ts';
import type { Numbered } from './person.ts';
import type { Rows } from './rows.ts';
import type { World, WorldCourse, WorldLesson } from './world.ts';

const MINUTE = 60_000;
const HOUR = 3_600_000;
const DAY = 86_400_000;
/** Of an article every part counts, at the pace of the clock; as opening a lease has it. */
const ARTICLE = { completionPercent: 100, maxRate: 100 };

/** The courses that a person studied in the two years, one after the other, each over some days with its exam; with what they earned. */
export function study(world: World, person: Numbered, rows: Rows): Booking[] {
  const { random } = person;
  const bookings: Booking[] = [];
  const courses = [...world.courses].sort(() => random.next() - 0.5);
  // Between three and seven, the diligent more; whoever began another one is in the middle of it.
  const wanted = 3 + Math.floor(random.next() * 3.4 + person.diligence * 0.9);
  const begun = random.next() < 0.35 ? 1 : 0;
  const chosen = courses.slice(0, Math.min(courses.length, wanted + begun));
  const slot = (world.until - world.openedAt - 20 * DAY) / chosen.length;
  for (const [index, course] of chosen.entries()) {
    const half = begun === 1 && index === chosen.length - 1;
    // A course with its exam takes up to twelve days; one that somebody is in the middle of takes an evening, mostly of the last weeks.
    const chance = random.next();
    const after = half ? Math.sqrt(chance) * (slot + 8.5 * DAY) : chance * Math.max(0, slot - 12 * DAY);
    const begin = world.openedAt + 10 * DAY + slot * index + after;
    bookings.push(...takeCourse(world, person, course, evening(begin, random.next()), half, rows));
  }
  return bookings;
}

/** Between seven and nine in the evening, in the zones of China. */
const evening = (ms: number, chance: number) => Math.floor(ms / DAY) * DAY + 11 * HOUR + Math.floor(chance * 2 * HOUR);

function takeCourse(
  world: World,
  person: Numbered,
  course: WorldCourse,
  begin: number,
  half: boolean,
  rows: Rows,
): Booking[] {
  const { random } = person;
  const bookings: Booking[] = [];
  const lessons = half ? course.lessons.slice(0, 2 + random.between(0, 2)) : course.lessons;
  let now = begin;
  for (const [index, lesson] of lessons.entries()) {
    if (index === 3) now = begin + random.between(1, 4) * DAY;
    const left = half && index === lessons.length - 1;
    const booking = takeLesson(world, person, course, lesson, now, left, rows);
    if (booking) bookings.push(booking);
    now += lesson.durationMs + random.between(10, 90) * 1000;
  }
  if (half) return bookings;
  now += random.between(2, 30) * MINUTE;
  for (let number = 1; number <= course.exam.tries; number += 1) {
    const { passed, booking, finishedAt } = sit(world, person, course, number, now, rows);
    if (booking) bookings.push(booking);
    if (passed) break;
    now = finishedAt + random.between(20, 50) * HOUR;
  }
  return bookings;
}

/** A play heartbeat and an end heartbeat by the budget's own rule; the whole lesson, unless it is left in the middle. */
function takeLesson(
  world: World,
  person: Numbered,
  course: WorldCourse,
  lesson: WorldLesson,
  startedAt: number,
  left: boolean,
  rows: Rows,
): Booking | null {
  const leaseId = uuidAt(startedAt, person.random);
  const { durationMs } = lesson;
  const until = left ? Math.floor(durationMs * (0.2 + person.random.next() * 0.6)) : durationMs;
  let lease: Lease = startLease(startedAt, ARTICLE.maxRate);
  let progress: Progress = { coverage: [], frontierMs: 0, durationMs };
  const firstHeartbeatAt = startedAt + 900;
  const lastHeartbeatAt = firstHeartbeatAt + until + 40;
  const heartbeats = [
    { seq: 1, event: 'play' as const, segments: [], at: firstHeartbeatAt },
    { seq: 2, event: 'end' as const, segments: [[0, until] as const], at: lastHeartbeatAt },
  ];
  for (const heartbeat of heartbeats) {
    const outcome = applyHeartbeat(lease, progress, heartbeat, heartbeat.at);
    if (outcome.kind !== 'applied') throw new Error('A heartbeat was out of order');
    ({ lease, progress } = outcome);
    const refused = JSON.stringify(outcome.refused.map(({ interval, reason }) => [...interval, reason]));
    const accepted = formatMultirange(union(outcome.accepted));
    rows.watch_heartbeat.add(
      person.id,
      leaseId,
      heartbeat.seq,
      at(heartbeat.at),
      heartbeat.event,
      accepted,
      lengthMs(outcome.accepted),
      refused,
    );
  }
  const completed = isComplete(progress.coverage, durationMs, ARTICLE.completionPercent);
  rows.playback_lease.add(
    leaseId,
    person.id,
    lesson.id,
    lesson.versionId,
    course.id,
    durationMs,
    world.policy.version,
    ARTICLE.completionPercent,
    ARTICLE.maxRate,
    at(startedAt),
    at(lease.lastHeartbeatAt),
    lease.playing,
    lease.accruedMs,
    lease.gapMs,
    lease.playedMs,
    lease.wallPlayedMs,
    lease.seq,
    lease.endedAt === null ? null : at(lease.endedAt),
  );
  const coverage = formatMultirange(progress.coverage);
  const completedAt = completed ? at(lastHeartbeatAt) : null;
  const place = [person.id, lesson.id, course.id, lesson.versionId] as const;
  rows.lesson_progress.add(
    ...place,
    coverage,
    progress.frontierMs,
    until,
    at(firstHeartbeatAt),
    at(lastHeartbeatAt),
    completedAt,
  );
  const hours = hoursForLesson(world.policy, durationMs);
  if (!completed || hours === '0.00') return null;
  const evidence = {
    lessonVersionId: lesson.versionId,
    courseId: course.id,
    durationMs,
    completionPercent: ARTICLE.completionPercent,
    coverage,
    countedMs: lengthMs(progress.coverage),
    firstHeartbeatAt: at(firstHeartbeatAt),
    completedAt: at(lastHeartbeatAt),
    heartbeats: heartbeats.length,
  };
  return earned(world, hours, lastHeartbeatAt, 'lesson', lesson.id, evidence);
}

function sit(world: World, person: Numbered, course: WorldCourse, number: number, startedAt: number, rows: Rows) {
  const { random, id: personId } = person;
  const { exam } = course;
  const id = uuidAt(startedAt, random);
  const seed = uuidAt(random.between(0, 2 ** 31), random).replaceAll('-', '');
  const { questions, draw, shuffleQuestions, shuffleOptions } = exam;
  const paper = assemblePaper({ questions, draw, shuffleQuestions, shuffleOptions, seed });
  if (!paper.ok) throw new Error('An exam has too few questions');
  const knows = Math.min(0.97, 0.62 + person.diligence * 0.25 + number * 0.05);
  let now = startedAt;
  const answers = new Map<number, string[]>();
  const marked = paper.slots.map(({ slot, questionVersionId, optionOrder }) => {
    const question = questions.find(({ versionId }) => versionId === questionVersionId);
    if (!question) throw new Error('A slot has no question');
    now += random.between(8, 40) * 1000;
    const right = random.next() < knows;
    const choice = right ? question.correct : [optionOrder.find((key) => !question.correct.includes(key)) ?? 'A'];
    answers.set(slot, choice);
    rows.attempt_slot.add(id, slot, questionVersionId, `{${optionOrder.join(',')}}`);
    rows.answer.add(id, slot, 1, slot, `{${choice.join(',')}}`, at(now));
    return { slot, kind: question.kind, correct: question.correct };
  });
  now += random.between(2, 20) * 1000;
  const mark = markAttempt(marked, answers, exam.passPercent);
  const { correct, total, scorePercent, passed } = mark;
  const deadline = deadlineOf(new Date(startedAt), exam.minutes, null).toISOString();
  const facts = [id, personId, exam.id, exam.versionId, course.id, number, 'handed_in', seed, 1] as const;
  rows.attempt.add(...facts, at(startedAt), deadline, at(now), correct, total, scorePercent, passed);
  if (!passed) return { passed, finishedAt: now, booking: null };
  const evidence = {
    attemptId: id,
    examVersionId: exam.versionId,
    courseId: course.id,
    number,
    startedAt: at(startedAt),
    finishedAt: at(now),
    correct,
    total,
    scorePercent,
    passPercent: exam.passPercent,
  };
  const booking = earned(world, hoursForExam(world.policy), now, 'exam', exam.id, evidence);
  return { passed, finishedAt: now, booking };
}

const earned = (
  world: World,
  hours: string,
  when: number,
  sourceKind: 'lesson' | 'exam',
  sourceId: string,
  evidence: Booking['evidence'],
): Booking => ({
  counter: world.policy.lectureCounter,
  hours,
  effectiveAt: when,
  recordedAt: when,
  sourceKind,
  sourceId,
  policyVersion: world.policy.version,
  evidence,
  recordedBy: null,
});
