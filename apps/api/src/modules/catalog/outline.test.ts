import { describe, expect, it } from '@jest/globals';
import type { ExamFacts, LessonFacts, UnitFacts } from './outline.sql.ts';
import { examState, nextStepOf, progressOf } from './outline.ts';

const lesson = (id: string, facts: Partial<LessonFacts> = {}): LessonFacts => ({
  id,
  kind: 'video',
  title: id,
  required: true,
  durationMs: 60_000,
  countedMs: 0,
  positionMs: 0,
  begun: false,
  completed: false,
  ...facts,
});
const exam = (facts: Partial<ExamFacts> = {}): ExamFacts => ({
  id: 'exam',
  title: 'exam',
  questionCount: 2,
  minutes: 20,
  passPercent: 60,
  tries: 2,
  passed: false,
  attempt: false,
  finished: 0,
  ...facts,
});
const unit = (lessons: LessonFacts[], its: ExamFacts | null = null): UnitFacts => ({
  id: 'unit',
  title: 'unit',
  lessons,
  exam: its,
});
const next = (...units: UnitFacts[]) => {
  const step = nextStepOf({ id: 'course', title: 'course' }, units);
  return step && `${step.kind} ${step.targetId}`;
};
const done = { begun: true, completed: true };

describe('the next step of a course', () => {
  it('is the first required lesson that is missing, begun or not', () => {
    expect(next(unit([lesson('a', done), lesson('b'), lesson('c')]))).toBe('start_lesson b');
    expect(next(unit([lesson('a', { begun: true }), lesson('b')]))).toBe('continue_lesson a');
    expect(next(unit([lesson('a', { required: false }), lesson('b')]))).toBe('start_lesson b');
  });

  it('is a running exam before everything, then an open one when its unit is done', () => {
    const running = unit([lesson('z', done)], exam({ attempt: true }));
    expect(next(unit([lesson('a')]), running)).toBe('continue_exam exam');
    expect(next(unit([lesson('a', done)], exam()), unit([lesson('b')]))).toBe('start_exam exam');
    expect(next(unit([lesson('a', done)], exam({ finished: 2 })), unit([lesson('b')]))).toBe('start_lesson b');
  });

  it('is a begun optional lesson, and in the end the first lesson again', () => {
    const rest = lesson('o', { required: false, begun: true });
    expect(next(unit([lesson('a', done), rest]))).toBe('continue_lesson o');
    expect(next(unit([lesson('a', done)], exam({ passed: true })))).toBe('review a');
    expect(next()).toBeNull();
  });
});

describe('an exam', () => {
  it('is locked by missing lessons only before it was begun or passed', () => {
    expect(examState(exam(), ['a'])).toBe('locked');
    expect(examState(exam(), [])).toBe('open');
    expect(examState(exam({ attempt: true }), ['a'])).toBe('in_progress');
    expect(examState(exam({ passed: true, finished: 2 }), ['a'])).toBe('passed');
    expect(examState(exam({ finished: 1 }), [])).toBe('open');
    expect(examState(exam({ finished: 2 }), [])).toBe('failed');
  });
});

describe('how far a person is', () => {
  it('follows from the outline: shares of lessons, passed exams', () => {
    const half = lesson('half', { begun: true, countedMs: 30_000 });
    const units = [
      unit([lesson('a', done), half, lesson('free', { required: false, countedMs: 90_000 })], exam()),
      unit([]),
    ];
    expect(progressOf(units, false)).toEqual({
      durations: [60_000, 60_000, 60_000],
      required: 2,
      requiredShare: 1.5,
      everyShare: 2.5,
      begun: true,
      exams: 1,
      passed: 0,
      completed: false,
    });
  });

  it('is nothing where nothing was begun, or a lesson has no length', () => {
    const { everyShare, begun } = progressOf([unit([lesson('a'), lesson('empty', { durationMs: 0 })])], false);
    expect({ everyShare, begun }).toEqual({ everyShare: 0, begun: false });
  });
});
