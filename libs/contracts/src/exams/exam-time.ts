import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { byId, id, instant } from '../schemas.ts';

/** The time of an attempt: what an open page asks for again and again, and how an administrator changes it. */
export const examTime = {
  getAttemptTime: defineEndpoint({
    id: 'exams.getAttemptTime',
    method: 'GET',
    path: '/my/attempts/:attemptId/time',
    access: 'learner',
    summary: 'How much time is left',
    description:
      'The deadline as it stands now, for a page that is open: asked every few seconds, so that changed time is there within ten.',
    params: byId('attemptId'),
    response: z.object({
      state: z.enum(['open', 'handed_in', 'timed_out']),
      deadline: instant,
      serverTime: instant,
    }),
    errors: ['attempt_not_found'],
  }),
  setExtraTime: defineEndpoint({
    id: 'exams.setExtraTime',
    method: 'PUT',
    path: '/exams/:examId/extra-time',
    access: { permission: 'exams.write' },
    summary: 'Give extra time',
    description:
      "Sets how many minutes running attempts of people in the actor's subtrees get beyond the exam's own; 0 takes extra time back. Saying the same twice adds nothing twice. Attempts that have ended, or that the change would end, stay as they are and are counted in `ended`.",
    params: byId('examId'),
    body: z.strictObject({
      attemptIds: z.array(id).min(1).max(500),
      minutes: z.number().int().min(0).max(300),
      reason: z.string().trim().min(1).max(200),
    }),
    response: z.object({ changed: z.number().int(), ended: z.number().int() }),
    errors: ['exam_not_found', 'attempt_not_found', 'attempt_closed'],
  }),
};
