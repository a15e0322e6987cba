import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { appealView, counter, entryDetail, entryRow } from './credit-entries.ts';
import { personKind, position } from '../people/index.ts';
import { byId, hours, id, instant, interval, milliseconds, page, paging } from '../schemas.ts';

const requirementView = z.object({
  key: z.string(),
  counter,
  required: hours,
  earned: hours,
  missing: hours,
  done: z.boolean(),
  /** Where the rule stands, as a code to be worded. */
  source: z.string(),
});
export const hoursView = z.object({
  year: z.number().int(),
  years: z.array(z.number().int()),
  exempt: z.boolean(),
  balances: z.array(z.object({ counter, hours })),
  requirements: z.array(requirementView),
  /** The shortest way to close the gap. */
  suggestion: z.object({ courseId: id, courseTitle: z.string(), hours }).nullable(),
  entries: page(entryRow),
});
const recordCourse = z.object({
  courseId: id,
  title: z.string(),
  completed: z.boolean(),
  progressPercent: z.number().int(),
  countedMs: milliseconds,
  lastAt: instant.nullable(),
  lessons: z.array(
    z.object({
      id,
      title: z.string(),
      countedMs: milliseconds,
      durationMs: milliseconds,
      coverage: z.array(interval),
      completedAt: instant.nullable(),
    }),
  ),
});

/** Hours as their owner and those who keep the records see them. */
export const creditHours = {
  myHours: defineEndpoint({
    id: 'credits.myHours',
    method: 'GET',
    path: '/my/hours',
    access: 'learner',
    summary: 'My hours',
    description:
      'Each requirement of the year with what is missing, balances per counter, and the ledger, latest first.',
    query: z.strictObject({ year: z.coerce.number().int().min(2000).max(2100).optional(), ...paging }),
    response: hoursView,
  }),
  myEntry: defineEndpoint({
    id: 'credits.myEntry',
    method: 'GET',
    path: '/my/hours/entries/:entryId',
    access: 'learner',
    summary: 'Where an entry came from',
    description: 'Rule, evidence down to intervals or attempt, ledger number and hash.',
    params: byId('entryId'),
    response: entryDetail,
    errors: ['entry_not_found'],
  }),
  appeal: defineEndpoint({
    id: 'credits.appeal',
    method: 'POST',
    path: '/my/hours/entries/:entryId/appeals',
    access: 'learner',
    summary: 'Appeal against a reversal',
    description: 'One appeal for each reversal of mine.',
    params: byId('entryId'),
    body: z.strictObject({ text: z.string().trim().min(2).max(1000) }),
    response: appealView,
    errors: ['entry_not_found', 'appeal_exists', 'entry_not_reversible'],
  }),
  getRecord: defineEndpoint({
    id: 'credits.getRecord',
    method: 'GET',
    path: '/people/:personId/record',
    access: { permission: 'records.read' },
    summary: "A learner's record",
    description: "Requirements, ledger, courses with coverage, for a person in the actor's subtrees.",
    params: byId('personId'),
    query: z.strictObject({ year: z.coerce.number().int().min(2000).max(2100).optional(), ...paging }),
    response: hoursView.extend({
      person: z.object({ id, name: z.string(), organizationName: z.string(), kind: personKind, position }),
      courses: z.array(recordCourse),
      attempts: z.array(
        z.object({
          id,
          title: z.string(),
          courseTitle: z.string(),
          number: z.number().int(),
          state: z.string(),
          startedAt: instant,
          scorePercent: z.string().nullable(),
          passed: z.boolean().nullable(),
        }),
      ),
    }),
    errors: ['person_not_found'],
  }),
  getEntry: defineEndpoint({
    id: 'credits.getEntry',
    method: 'GET',
    path: '/credit-entries/:entryId',
    access: { permission: 'records.read' },
    summary: 'An entry with its evidence',
    description: "Of a person in the actor's subtrees.",
    params: byId('entryId'),
    response: entryDetail,
    errors: ['entry_not_found'],
  }),
};
