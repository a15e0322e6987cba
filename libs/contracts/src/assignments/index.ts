import { TARGET_STATES } from '@dangxiao/domain';
import { z } from 'zod';
import { assignmentReason, audienceRules, audiences, somePeople } from './audiences.ts';
import { defineEndpoint, MIB } from '../endpoint.ts';
import { programmes } from './programmes.ts';
import { byId, day, done, id, instant, page, paging, revision, search, title } from '../schemas.ts';
import { reminding } from './reminding.ts';
import { training } from './training.ts';

export { audienceRules, plainAudienceRules, type AssignmentReason, type AudienceRulesInput } from './audiences.ts';
export { myTrainingRow } from './training.ts';

const read = { permission: 'assignments.read' } as const;
const write = { permission: 'assignments.write' } as const;

export const assignmentItem = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('course'), id }),
  z.strictObject({ kind: z.literal('exam'), id }),
  z.strictObject({ kind: z.literal('programme'), id }),
]);
export const assignmentState = z.enum(['draft', 'publishing', 'published', 'withdrawn']);
export const targetStateName = z.enum(TARGET_STATES);

export const ASSIGNMENT_FIELDS = [
  'title',
  'description',
  'mode',
  'required',
  'opensAt',
  'dueAt',
  'graceUntil',
  'items',
  'rules',
] as const;
export type AssignmentField = (typeof ASSIGNMENT_FIELDS)[number];
const fields = {
  title,
  description: z.string().trim().max(2000),
  mode: z.enum(['live', 'snapshot']),
  required: z.boolean(),
  opensAt: instant,
  dueAt: instant.nullable(),
  graceUntil: instant.nullable(),
  /** What is to be done, in this order. */
  items: z.array(assignmentItem).max(20),
  rules: audienceRules,
};
const progress = z.object({ done: z.number().int(), total: z.number().int(), finished: z.boolean() });
const counts = z.object({
  assigned: z.number().int(),
  started: z.number().int(),
  finished: z.number().int(),
  overdue: z.number().int(),
});
const assignmentRow = z.object({
  id,
  organizationId: id,
  organizationName: z.string(),
  title: z.string(),
  state: assignmentState,
  mode: z.enum(['live', 'snapshot']),
  required: z.boolean(),
  opensAt: instant,
  dueAt: instant.nullable(),
  graceUntil: instant.nullable(),
  counts,
  /** Filling under way or done; null for a draft. */
  progress: progress.nullable(),
  revision,
});
const content = z.object({ kind: z.enum(['course', 'exam', 'programme']), id, title: z.string() });
const assignmentDetail = assignmentRow.extend({
  description: z.string(),
  items: z.array(
    content.extend({
      /** The programme was changed since; a change of the content takes it as it stands. */
      outdated: z.boolean(),
    }),
  ),
  rules: audienceRules,
  /** Every name that the rules refer to, by id. */
  names: z.record(z.string(), z.string()),
  withdrawnReason: z.string().nullable(),
  history: z.array(
    z.object({
      number: z.number().int(),
      action: z.enum(['published', 'changed', 'withdrawn']),
      at: instant,
      by: z.string(),
      reason: z.string().nullable(),
      /** What differs from the step before. */
      changed: z.array(z.enum(ASSIGNMENT_FIELDS)),
    }),
  ),
});

/** Assigned training: from a draft to its end. */
export const assignments = {
  ...audiences,
  ...programmes,
  ...reminding,
  ...training,
  listAssignments: defineEndpoint({
    id: 'assignments.listAssignments',
    method: 'GET',
    path: '/assignments',
    access: read,
    summary: 'Assigned training',
    description: "Of organizations of the actor's subtrees, latest change first, with how far the people are.",
    query: z.strictObject({ organizationId: id.optional(), state: assignmentState.optional(), q: search, ...paging }),
    response: page(assignmentRow),
    errors: ['organization_not_found'],
  }),
  getAssignment: defineEndpoint({
    id: 'assignments.getAssignment',
    method: 'GET',
    path: '/assignments/:assignmentId',
    access: read,
    summary: 'One assignment',
    description: 'With its content, its rules, the names they refer to, and its history.',
    params: byId('assignmentId'),
    response: assignmentDetail,
    errors: ['assignment_not_found'],
  }),
  createAssignment: defineEndpoint({
    id: 'assignments.createAssignment',
    method: 'POST',
    path: '/assignments',
    access: write,
    bodyLimit: MIB,
    summary: 'Draft an assignment',
    description: 'Nobody is assigned before it is published.',
    body: z.strictObject({ organizationId: id, ...fields }),
    response: assignmentDetail,
    errors: ['organization_not_found', 'assignment_content_not_found', 'audience_not_found', 'person_not_found'],
  }),
  updateAssignment: defineEndpoint({
    id: 'assignments.updateAssignment',
    method: 'PATCH',
    path: '/assignments/:assignmentId',
    access: write,
    bodyLimit: MIB,
    summary: 'Change an assignment',
    description:
      'A draft freely. A published one with a reason, kept in its history: people are gone through again, joiners included, leavers released; who finished stays finished.',
    params: byId('assignmentId'),
    body: z.strictObject({
      revision,
      reason: z.string().trim().max(200).optional(),
      ...z.object(fields).partial().shape,
    }),
    response: assignmentDetail,
    errors: [
      'assignment_not_found',
      'assignment_withdrawn',
      'assignment_empty',
      'assignment_content_not_found',
      'audience_not_found',
      'organization_not_found',
      'person_not_found',
      'stale_revision',
    ],
  }),
  deleteAssignment: defineEndpoint({
    id: 'assignments.deleteAssignment',
    method: 'DELETE',
    path: '/assignments/:assignmentId',
    access: write,
    summary: 'Throw a draft away',
    description: 'Only what was never published; it cannot be brought back.',
    params: byId('assignmentId'),
    response: done,
    errors: ['assignment_not_found', 'assignment_not_draft'],
  }),
  previewChange: defineEndpoint({
    id: 'assignments.previewChange',
    method: 'POST',
    path: '/assignments/:assignmentId/change-previews',
    access: write,
    bodyLimit: MIB,
    summary: 'What a change of the people would do',
    description:
      'Who would join and who would be released under other rules, compared with who is assigned now; the first ten of each by name. Changes nothing.',
    params: byId('assignmentId'),
    body: z.strictObject({ rules: audienceRules }),
    response: z.object({
      /** How many would be assigned then. */
      count: z.number().int(),
      join: somePeople,
      /** Reasons are those for which they are assigned now. */
      leave: somePeople.extend({ started: z.number().int() }),
    }),
    errors: [
      'assignment_not_found',
      'assignment_withdrawn',
      'audience_not_found',
      'organization_not_found',
      'person_not_found',
    ],
  }),
  publishAssignment: defineEndpoint({
    id: 'assignments.publishAssignment',
    method: 'POST',
    path: '/assignments/:assignmentId/publication',
    access: write,
    summary: 'Publish an assignment',
    description: 'Answers at once; its people are then assigned in batches, with visible progress, across restarts.',
    params: byId('assignmentId'),
    body: z.strictObject({ revision }),
    response: assignmentDetail,
    errors: [
      'assignment_not_found',
      'assignment_not_draft',
      'assignment_empty',
      'assignment_content_not_found',
      'stale_revision',
    ],
  }),
  withdrawAssignment: defineEndpoint({
    id: 'assignments.withdrawAssignment',
    method: 'POST',
    path: '/assignments/:assignmentId/withdrawal',
    access: write,
    summary: 'Withdraw an assignment',
    description: 'Learners no longer see it at once; everybody is released. What was learned and earned stays. Final.',
    params: byId('assignmentId'),
    body: z.strictObject({ revision, reason: z.string().trim().min(1).max(200) }),
    response: assignmentDetail,
    errors: ['assignment_not_found', 'assignment_not_published', 'stale_revision'],
  }),
  listTargets: defineEndpoint({
    id: 'assignments.listTargets',
    method: 'GET',
    path: '/assignments/:assignmentId/targets',
    access: read,
    summary: 'Who is assigned',
    description:
      "People of the actor's subtrees by name, each with state and reasons; released ones only when asked for. With `asOf` as it was at the end of that day.",
    params: byId('assignmentId'),
    query: z.strictObject({
      state: targetStateName.optional(),
      /** With everything below it. */
      organizationId: id.optional(),
      asOf: day.optional(),
      q: search,
      ...paging,
    }),
    response: page(
      z.object({
        id,
        personId: id,
        name: z.string(),
        organizationName: z.string(),
        state: targetStateName,
        assignedAt: instant,
        startedAt: instant.nullable(),
        finishedAt: instant.nullable(),
        releasedAt: instant.nullable(),
        reasons: z.array(assignmentReason),
      }),
    ),
    errors: ['assignment_not_found', 'organization_not_found'],
  }),
  findContent: defineEndpoint({
    id: 'assignments.findContent',
    method: 'GET',
    path: '/assignable-content',
    access: write,
    summary: 'What can be assigned',
    description:
      "Published courses that the actor's organizations own or see, their exams, and programmes of the actor's subtrees.",
    query: z.strictObject({ kind: z.enum(['course', 'exam', 'programme']), q: search }),
    response: z.object({ items: z.array(content) }),
  }),
};
