import { z } from 'zod';
import { TARGET_STATES } from '@dangxiao/domain';
import { assignmentReason } from './audiences.ts';
import { defineEndpoint } from '../endpoint.ts';
import { done, flag, id, instant } from '../schemas.ts';

const trainingItem = z.object({
  kind: z.enum(['course', 'exam']),
  courseId: id,
  examId: id.nullable(),
  title: z.string(),
  done: z.boolean(),
  begun: z.boolean(),
  /** Title of the course that has to be completed first; null when it is open. */
  waitsFor: z.string().nullable(),
});
export const myTrainingRow = z.object({
  assignmentId: id,
  title: z.string(),
  description: z.string(),
  organizationName: z.string(),
  required: z.boolean(),
  opensAt: instant,
  /** Not yet open at the time of the answer. */
  upcoming: z.boolean(),
  dueAt: instant.nullable(),
  graceUntil: instant.nullable(),
  state: z.enum(TARGET_STATES),
  items: z.array(trainingItem),
  reasons: z.array(assignmentReason),
});

/** What a learner sees of it. */
export const training = {
  myTraining: defineEndpoint({
    id: 'assignments.myTraining',
    method: 'GET',
    path: '/my/training',
    access: 'learner',
    summary: 'My training',
    description: 'What I am assigned, most urgent first, with state, order and reasons: a hot path.',
    query: z.strictObject({ open: flag.optional() }),
    response: z.object({ items: z.array(myTrainingRow) }),
  }),
  myCalendar: defineEndpoint({
    id: 'assignments.myCalendar',
    method: 'GET',
    path: '/my/calendar',
    access: 'learner',
    summary: 'My calendar address',
    description: 'Whether one is in use. The address itself is only shown when it is made.',
    response: z.object({ since: instant.nullable(), lastReadAt: instant.nullable() }),
  }),
  openCalendar: defineEndpoint({
    id: 'assignments.openCalendar',
    method: 'POST',
    path: '/my/calendar',
    access: 'learner',
    summary: 'Make a calendar address',
    description: 'A secret address that calendar programs subscribe to; an earlier one stops working.',
    response: z.object({ path: z.string() }),
  }),
  closeCalendar: defineEndpoint({
    id: 'assignments.closeCalendar',
    method: 'DELETE',
    path: '/my/calendar',
    access: 'learner',
    summary: 'Revoke my calendar address',
    description: 'It stops working at once.',
    response: done,
  }),
  readCalendar: defineEndpoint({
    id: 'assignments.readCalendar',
    method: 'GET',
    path: '/calendars/:token',
    access: 'public',
    summary: 'A learner’s deadlines as a calendar',
    description: 'iCalendar (RFC 5545) with one event a deadline. Whoever has the address can read it.',
    params: z.strictObject({ token: z.string().regex(/^[\w-]{43}\.ics$/) }),
    raw: 'text/calendar; charset=utf-8',
    errors: ['calendar_not_found'],
  }),
};
