import { z } from 'zod';
import { defineEndpoint } from './endpoint.ts';
import { personKind, position } from './people.ts';
import { byId, day, done, hours, id, instant, interval, milliseconds, page, paging } from './schemas.ts';

export const counter = z.enum(['centralised', 'online']);
export const sourceKind = z.enum(['lesson', 'exam', 'recognition', 'reversal']);
export type Counter = z.infer<typeof counter>;

export const entryRow = z.object({
  id,
  /** Number in the person's chain: 'ledger number'. */
  seq: z.number().int(),
  counter,
  hours,
  effectiveAt: instant,
  year: z.number().int(),
  sourceKind,
  title: z.string(),
  courseTitle: z.string().nullable(),
  reversed: z.boolean(),
  reversesId: id.nullable(),
});
const appealView = z.object({
  id,
  entryId: id,
  text: z.string(),
  createdAt: instant,
  decision: z.enum(['open', 'upheld', 'rejected']),
  decisionReason: z.string().nullable(),
  decidedAt: instant.nullable(),
});
const evidence = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('lesson'),
    lessonId: id,
    lessonTitle: z.string(),
    courseTitle: z.string(),
    durationMs: milliseconds,
    completionPercent: z.number().int(),
    coverage: z.array(interval),
    countedMs: milliseconds,
    firstBeatAt: instant.nullable(),
    completedAt: instant,
    beats: z.number().int(),
  }),
  z.object({
    kind: z.literal('exam'),
    sittingId: id,
    examTitle: z.string(),
    courseTitle: z.string(),
    number: z.number().int(),
    startedAt: instant,
    finishedAt: instant,
    correct: z.number().int(),
    total: z.number().int(),
    scorePercent: z.string(),
    passPercent: z.number().int(),
  }),
  z.object({
    kind: z.literal('recognition'),
    title: z.string(),
    reason: z.string(),
    files: z.array(z.object({ id, name: z.string(), url: z.string() })),
    recordedBy: z.string(),
  }),
  z.object({ kind: z.literal('reversal'), reason: z.string(), recordedBy: z.string(), reversesId: id }),
]);
const entryDetail = entryRow.extend({
  organizationName: z.string(),
  policyVersion: z.number().int(),
  /** The rule that gave these hours, as code and parameters to be worded. */
  rule: z.object({
    code: z.enum(['lecture_tier', 'exam_passed', 'recognised', 'reversed']),
    params: z.record(z.string(), z.union([z.string(), z.number()])),
  }),
  evidence,
  hash: z.string(),
  previousHash: z.string().nullable(),
  recordedAt: instant,
  appeal: appealView.nullable(),
});
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
        kinds: z.array(personKind),
        positions: z.array(position),
        source: z.string().max(60),
      }),
    )
    .max(20),
});
const policyView = z.object({ ...policyBody.shape, id, version: z.number().int(), createdAt: instant });

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

export const credits = {
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
    description: 'Rule, evidence down to intervals or sitting, ledger number and hash.',
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
      sittings: z.array(
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
