import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { attemptState, attemptSummary } from './attempts.ts';
import { byId, done, id, instant, page, paging, revision } from '../schemas.ts';

/** When explanations and right answers are shown: after every hand-in, only after passing, or never. */
export const reveal = z.enum(['after_hand_in', 'after_pass', 'never']);
const settings = {
  title: z.string().trim().min(1).max(120),
  questionIds: z.array(id).min(1).max(500),
  draw: z.number().int().min(1).max(200),
  shuffleQuestions: z.boolean(),
  shuffleOptions: z.boolean(),
  minutes: z.number().int().min(1).max(300),
  passPercent: z.number().int().min(1).max(100),
  tries: z.number().int().min(1).max(20),
  reveal,
};
const examSettings = z.object({ ...settings, id, unitId: id, courseId: id, questionCount: z.number().int(), revision });

/** Exams as their administrators set them and see them sat. */
export const examAdministration = {
  getUnitExam: defineEndpoint({
    id: 'exams.getUnitExam',
    method: 'GET',
    path: '/units/:unitId/exam',
    access: { permission: 'courses.read' },
    summary: 'The exam of a unit',
    description: 'Its settings in the draft; null when there is none.',
    params: byId('unitId'),
    response: z.object({ exam: examSettings.nullable() }),
    errors: ['unit_not_found'],
  }),
  putUnitExam: defineEndpoint({
    id: 'exams.putUnitExam',
    method: 'PUT',
    path: '/units/:unitId/exam',
    access: { permission: 'exams.write' },
    summary: 'Set the exam of a unit',
    description:
      'Creates or replaces the settings; they reach learners with the next publication. `revision` null creates.',
    params: byId('unitId'),
    body: z.strictObject({ revision: revision.nullable(), ...settings }),
    response: examSettings,
    errors: ['unit_not_found', 'question_not_found', 'exam_too_few_questions', 'stale_revision', 'course_archived'],
  }),
  deleteUnitExam: defineEndpoint({
    id: 'exams.deleteUnitExam',
    method: 'DELETE',
    path: '/units/:unitId/exam',
    access: { permission: 'exams.write' },
    summary: 'Remove the exam from the draft',
    description: 'Attempts stay.',
    params: byId('unitId'),
    response: done,
    errors: ['unit_not_found', 'exam_not_found', 'course_archived'],
  }),
  listExams: defineEndpoint({
    id: 'exams.listExams',
    method: 'GET',
    path: '/exams',
    access: { permission: 'courses.read' },
    summary: 'Exams that I administer',
    description: "Published unit exams of the actor's subtrees with their counts.",
    query: z.strictObject({ organizationId: id.optional(), ...paging }),
    response: page(
      z.object({
        id,
        title: z.string(),
        courseId: id,
        courseTitle: z.string(),
        unitId: id,
        unitTitle: z.string(),
        draw: z.number().int(),
        minutes: z.number().int(),
        passPercent: z.number().int(),
        attempts: z.number().int(),
        passed: z.number().int(),
        open: z.number().int(),
      }),
    ),
    errors: ['organization_not_found'],
  }),
  listAttempts: defineEndpoint({
    id: 'exams.listAttempts',
    method: 'GET',
    path: '/exams/:examId/attempts',
    access: { permission: 'records.read' },
    summary: 'Attempts of an exam',
    description: "Of people in the actor's subtrees, latest first.",
    params: byId('examId'),
    query: z.strictObject({ state: attemptState.optional(), ...paging }),
    response: page(
      attemptSummary.extend({
        personId: id,
        personName: z.string(),
        organizationName: z.string(),
        deadline: instant,
        /** Beyond the exam's own. */
        extraMinutes: z.number().int(),
      }),
    ),
    errors: ['exam_not_found'],
  }),
};
