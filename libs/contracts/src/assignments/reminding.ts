import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { byId, id } from '../schemas.ts';

const write = { permission: 'assignments.write' } as const;
const who = z.enum(['unfinished', 'overdue']);

/** A reminder that an administrator sends by hand. */
export const reminding = {
  previewReminder: defineEndpoint({
    id: 'assignments.previewReminder',
    method: 'GET',
    path: '/assignments/:assignmentId/reminder-preview',
    access: write,
    summary: 'Whom a reminder would reach now',
    description:
      "People of the actor's subtrees who have not finished: how many would be reminded, ten of them by name, and who is left out and why.",
    params: byId('assignmentId'),
    query: z.strictObject({ who }),
    response: z.object({
      count: z.number().int(),
      names: z.array(z.string()),
      leftOut: z.object({
        /** Reminded of this assignment in the last 24 hours. */
        recent: z.number().int(),
        /** Exempt from study. */
        exempt: z.number().int(),
      }),
    }),
    errors: ['assignment_not_found'],
  }),
  sendReminder: defineEndpoint({
    id: 'assignments.sendReminder',
    method: 'POST',
    path: '/assignments/:assignmentId/reminders',
    access: write,
    summary: 'Remind people now',
    description:
      'Into the inbox, and by e-mail where an address is confirmed. The key names the click: sent again with the same one, nobody is told twice and the answer is the same.',
    params: byId('assignmentId'),
    body: z.strictObject({ key: id, who }),
    response: z.object({ told: z.number().int() }),
    errors: ['assignment_not_found', 'assignment_not_published', 'assignment_not_open'],
  }),
};
