import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { appealView, counter } from './credit-entries.ts';
import { byId, day, done, hours, id, page, paging } from '../schemas.ts';

/** What people enter into the ledger: recognitions, reversals, decisions on appeals. */
export const creditDecisions = {
  recognise: defineEndpoint({
    id: 'credits.recognise',
    method: 'POST',
    path: '/people/:personId/recognitions',
    access: { permission: 'credits.recognise' },
    summary: 'Recognise hours',
    description:
      'For training elsewhere, with reason and at least one evidence file. `requestId` makes a repeated call harmless.',
    params: byId('personId'),
    body: z.strictObject({
      requestId: id,
      counter: counter.default('centralised'),
      hours: z.string().regex(/^(?!0+\.00$)\d{1,3}\.\d{2}$/),
      date: day,
      title: z.string().trim().min(2).max(120),
      reason: z.string().trim().min(2).max(500),
      fileIds: z.array(id).min(1).max(10),
    }),
    response: z.object({ entryId: id }),
    errors: ['person_not_found', 'file_not_found'],
  }),
  reverse: defineEndpoint({
    id: 'credits.reverse',
    method: 'POST',
    path: '/credit-entries/:entryId/reversals',
    access: { permission: 'credits.reverse' },
    summary: 'Reverse an entry',
    description: 'Adds an opposite entry with the reason and who did it; nothing is deleted. The learner may appeal.',
    params: byId('entryId'),
    body: z.strictObject({ reason: z.string().trim().min(2).max(500) }),
    response: z.object({ entryId: id }),
    errors: ['entry_not_found', 'entry_already_reversed', 'entry_not_reversible'],
  }),
  listAppeals: defineEndpoint({
    id: 'credits.listAppeals',
    method: 'GET',
    path: '/appeals',
    access: { permission: 'records.read' },
    summary: 'Appeals',
    description: "Of people in the actor's subtrees (or in that of `organizationId`), open ones first.",
    query: z.strictObject({
      organizationId: id.optional(),
      open: z.enum(['true', 'false']).optional(),
      ...paging,
    }),
    response: page(appealView.extend({ personId: id, personName: z.string(), hours, reversalReason: z.string() })),
    errors: ['organization_not_found'],
  }),
  decideAppeal: defineEndpoint({
    id: 'credits.decideAppeal',
    method: 'POST',
    path: '/appeals/:appealId/decision',
    access: { permission: 'credits.reverse' },
    summary: 'Decide an appeal',
    description: 'Upholding it enters the hours again as a new entry with the evidence of the first.',
    params: byId('appealId'),
    body: z.strictObject({ decision: z.enum(['upheld', 'rejected']), reason: z.string().trim().min(2).max(500) }),
    response: done,
    errors: ['appeal_not_found', 'appeal_decided'],
  }),
};
