import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { questionKind } from '../questions/index.ts';
import { byId, hours, id, instant } from '../schemas.ts';

export const attemptState = z.enum(['open', 'handed_in', 'timed_out']);
const choice = z.array(z.string().regex(/^[A-H]$/)).max(8);
const answerView = z.object({
  slot: z.number().int(),
  choice,
  epoch: z.number().int(),
  seq: z.number().int(),
  savedAt: instant,
});
/** No field for the right answer: a candidate's paper cannot leak it. */
const paperSlot = z.object({
  slot: z.number().int(),
  kind: questionKind,
  text: z.string(),
  options: z.array(z.object({ key: z.string(), text: z.string() })),
});
const attemptView = z.object({
  id,
  examId: id,
  courseId: id,
  title: z.string(),
  number: z.number().int(),
  state: attemptState,
  startedAt: instant,
  deadline: instant,
  serverTime: instant,
  passPercent: z.number().int(),
  epoch: z.number().int(),
  paper: z.array(paperSlot),
  answers: z.array(answerView),
});
export const attemptSummary = z.object({
  id,
  number: z.number().int(),
  state: attemptState,
  startedAt: instant,
  finishedAt: instant.nullable(),
  scorePercent: z.string().nullable(),
  passed: z.boolean().nullable(),
});
const resultView = z.object({
  attemptId: id,
  examId: id,
  courseId: id,
  title: z.string(),
  state: attemptState,
  number: z.number().int(),
  startedAt: instant,
  finishedAt: instant,
  passPercent: z.number().int(),
  correct: z.number().int(),
  total: z.number().int(),
  scorePercent: z.string(),
  passed: z.boolean(),
  hours: hours.nullable(),
  triesLeft: z.number().int(),
  /** Answers that reached the server after the end: kept and shown, not marked. */
  lateAnswers: z.number().int(),
  items: z.array(
    paperSlot.extend({
      choice: choice.nullable(),
      right: z.boolean(),
      correct: choice.nullable(),
      explanation: z.string().nullable(),
      lateChoice: choice.nullable(),
    }),
  ),
});
const receipt = z.object({
  attemptId: id,
  state: attemptState,
  finishedAt: instant,
  answered: z.number().int(),
  total: z.number().int(),
});

/** An attempt from the start to its result, for whoever sits it. */
export const attempts = {
  getExam: defineEndpoint({
    id: 'exams.getExam',
    method: 'GET',
    path: '/my/exams/:examId',
    access: 'learner',
    summary: 'Facts before the start',
    description:
      'Number of questions, time, pass mark, tries left, what is still missing, an open attempt, earlier results.',
    params: byId('examId'),
    response: z.object({
      id,
      courseId: id,
      courseTitle: z.string(),
      unitTitle: z.string(),
      title: z.string(),
      draw: z.number().int(),
      minutes: z.number().int(),
      passPercent: z.number().int(),
      tries: z.number().int(),
      triesLeft: z.number().int(),
      hours,
      passed: z.boolean(),
      missingLessons: z.array(z.object({ id, title: z.string() })),
      openAttemptId: id.nullable(),
      attempts: z.array(attemptSummary),
    }),
    errors: ['exam_not_found'],
  }),
  startAttempt: defineEndpoint({
    id: 'exams.startAttempt',
    method: 'POST',
    path: '/my/exams/:examId/attempts',
    access: 'learner',
    summary: 'Start or re-enter an attempt',
    description:
      'At most one open attempt per person and exam: parallel starts get the same one. Takes the writer over (a new epoch).',
    params: byId('examId'),
    response: attemptView,
    errors: ['exam_not_found', 'exam_locked', 'exam_no_tries_left', 'exam_already_passed', 'exam_too_few_questions'],
  }),
  getAttempt: defineEndpoint({
    id: 'exams.getAttempt',
    method: 'GET',
    path: '/my/attempts/:attemptId',
    access: 'learner',
    summary: 'An attempt',
    description: "Paper, acknowledged answers and the server's deadline.",
    params: byId('attemptId'),
    response: attemptView,
    errors: ['attempt_not_found'],
  }),
  takeOverAttempt: defineEndpoint({
    id: 'exams.takeOverAttempt',
    method: 'POST',
    path: '/my/attempts/:attemptId/writers',
    access: 'learner',
    summary: 'Write from here',
    description: 'Issues the next writer epoch; saves of older epochs never replace newer ones.',
    params: byId('attemptId'),
    response: z.object({
      epoch: z.number().int(),
      deadline: instant,
      serverTime: instant,
      answers: z.array(answerView),
    }),
    errors: ['attempt_not_found', 'attempt_closed'],
  }),
  saveAnswer: defineEndpoint({
    id: 'exams.saveAnswer',
    method: 'PUT',
    path: '/my/attempts/:attemptId/answers/:slot',
    access: 'learner',
    summary: 'Save an answer',
    description:
      'Idempotent: (epoch, seq) decides, an older save never replaces a newer one. Acknowledged after commit. After the end it is kept as a late answer and `late` is true.',
    params: z.strictObject({ attemptId: id, slot: z.coerce.number().int().min(1).max(500) }),
    body: z.strictObject({ epoch: z.number().int().min(1), seq: z.number().int().min(1).max(1_000_000), choice }),
    response: z.object({
      slot: z.number().int(),
      epoch: z.number().int(),
      seq: z.number().int(),
      late: z.boolean(),
      superseded: z.boolean(),
      deadline: instant,
      serverTime: instant,
    }),
    errors: ['attempt_not_found'],
  }),
  handIn: defineEndpoint({
    id: 'exams.handIn',
    method: 'POST',
    path: '/my/attempts/:attemptId/hand-in',
    access: 'learner',
    summary: 'Hand in',
    description: 'Ends and marks the attempt; again, it answers the same receipt.',
    params: byId('attemptId'),
    response: receipt,
    errors: ['attempt_not_found'],
  }),
  getResult: defineEndpoint({
    id: 'exams.getResult',
    method: 'GET',
    path: '/my/attempts/:attemptId/result',
    access: 'learner',
    summary: 'The result',
    description: "Right answers and explanations according to the exam's setting.",
    params: byId('attemptId'),
    response: resultView,
    errors: ['attempt_not_found', 'result_not_ready'],
  }),
};
