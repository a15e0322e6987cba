import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { counter } from './credit-entries.ts';
import { personKind, position } from '../people/index.ts';
import { day, hours, id, instant } from '../schemas.ts';

const tier = z.strictObject({
  aboveMinutes: z.number().int().min(0).nullable(),
  atLeastMinutes: z.number().int().min(0).nullable(),
  hours,
});
export const policyBody = z.strictObject({
  validFrom: day,
  name: z.string().trim().min(1).max(80),
  lectureTiers: z.array(tier).min(1).max(10),
  examHours: hours,
  completionPercent: z.number().int().min(1).max(100),
  maxRate: z.number().int().min(100).max(300),
  lectureCounter: counter,
  requirements: z
    .array(
      z.strictObject({
        key: z.string().regex(/^[a-z_]{2,40}$/),
        counter,
        hours,
        kinds: z.array(personKind).max(10),
        positions: z.array(position).max(10),
        source: z.string().max(60),
      }),
    )
    .max(20),
});
const policyView = z.object({ ...policyBody.shape, id, version: z.number().int(), createdAt: instant });

/** Conversion policies. */
export const creditPolicies = {
  listPolicies: defineEndpoint({
    id: 'credits.listPolicies',
    method: 'GET',
    path: '/credit-policies',
    access: { permission: 'records.read' },
    summary: 'Conversion policies',
    description: 'Dated versions, newest first.',
    response: z.object({ items: z.array(policyView) }),
  }),
  createPolicy: defineEndpoint({
    id: 'credits.createPolicy',
    method: 'POST',
    path: '/credit-policies',
    access: { permission: 'credits.policy' },
    summary: 'Enact a policy from a date',
    description: 'From tomorrow at the earliest: history is never recomputed.',
    body: policyBody,
    response: policyView,
    errors: ['policy_date_taken'],
  }),
};
