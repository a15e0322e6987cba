import { z } from 'zod';
import { hours, id, instant, interval, milliseconds } from '../schemas.ts';

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
export const appealView = z.object({
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
    firstHeartbeatAt: instant.nullable(),
    completedAt: instant,
    heartbeats: z.number().int(),
  }),
  z.object({
    kind: z.literal('exam'),
    attemptId: id,
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
export const entryDetail = entryRow.extend({
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
