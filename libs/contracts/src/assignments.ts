import { TARGET_STATES } from '@dangxiao/domain';
import { z } from 'zod';
import { defineEndpoint } from './endpoint.ts';
import { personKind, position } from './people.ts';
import { byId, done, flag, id, instant, page, paging, revision, search, title } from './schemas.ts';

const read = { permission: 'assignments.read' } as const;
const write = { permission: 'assignments.write' } as const;

const filterRule = z.strictObject({
  by: z.literal('filter'),
  /** With everything below it, or the organization alone. Empty: everywhere in the assigning organization. */
  organizations: z.array(z.strictObject({ organizationId: id, subtree: z.boolean() })).max(200),
  kinds: z.array(personKind).max(10),
  positions: z.array(position).max(10),
});
const peopleRule = z.strictObject({ by: z.literal('people'), personIds: z.array(id).min(1).max(500) });
const listRule = z.strictObject({ by: z.literal('list'), listId: id });
const savedRule = z.strictObject({ by: z.literal('saved'), audienceId: id });
const rulesOf = <Rule extends z.ZodType>(rule: Rule) =>
  z.strictObject({ include: z.array(rule).max(20), exclude: z.array(rule).max(20), excludeExempt: z.boolean() });
export const plainAudienceRules = rulesOf(z.discriminatedUnion('by', [filterRule, peopleRule, listRule]));
/** Whom some rule includes and none excludes; conditions inside one rule hold together. */
export const audienceRules = rulesOf(z.discriminatedUnion('by', [filterRule, peopleRule, listRule, savedRule]));
export type AudienceRulesInput = z.infer<typeof audienceRules>;

/** Why somebody is assigned: the rule that matched, with the names it refers to. */
export const assignmentReason = z.object({
  by: z.enum(['filter', 'people', 'list', 'saved']),
  /** Of the organization, the list or the saved audience; null where the rule names none. */
  name: z.string().nullable(),
  kinds: z.array(personKind),
  positions: z.array(position),
});
export type AssignmentReason = z.infer<typeof assignmentReason>;

export const assignmentItem = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('course'), id }),
  z.strictObject({ kind: z.literal('exam'), id }),
  z.strictObject({ kind: z.literal('programme'), id }),
]);
export const assignmentState = z.enum(['draft', 'publishing', 'published', 'withdrawn']);
export const targetStateName = z.enum(TARGET_STATES);

const fields = {
  title,
  description: z.string().trim().max(2000),
  mode: z.enum(['live', 'snapshot']),
  required: z.boolean(),
  opensAt: instant,
  dueAt: instant.nullable(),
  graceUntil: instant.nullable(),
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
  items: z.array(content),
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
    }),
  ),
});
const programmeView = z.object({
  id,
  organizationId: id,
  title: z.string(),
  summary: z.string(),
  items: z.array(z.object({ courseId: id, title: z.string(), needsPrevious: z.boolean() })),
  revision,
});
const savedAudienceView = z.object({ id, organizationId: id, title: z.string(), rules: plainAudienceRules, revision });
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
  state: targetStateName,
  items: z.array(trainingItem),
  reasons: z.array(assignmentReason),
});

export const assignments = {
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
    errors: ['assignment_not_found', 'assignment_not_draft', 'assignment_empty', 'stale_revision'],
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
      "People of the actor's subtrees by name, each with state and reasons; released ones only when asked for.",
    params: byId('assignmentId'),
    query: z.strictObject({ state: targetStateName.optional(), q: search, ...paging }),
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
    errors: ['assignment_not_found'],
  }),
  previewAudience: defineEndpoint({
    id: 'assignments.previewAudience',
    method: 'POST',
    path: '/audience-previews',
    access: write,
    summary: 'Who would be assigned',
    description: 'How many people rules reach now, the first ten names by pinyin, and why each. Changes nothing.',
    body: z.strictObject({ organizationId: id, rules: audienceRules }),
    response: z.object({
      count: z.number().int(),
      people: z.array(
        z.object({ personId: id, name: z.string(), organizationName: z.string(), reasons: z.array(assignmentReason) }),
      ),
    }),
    errors: ['organization_not_found', 'audience_not_found', 'person_not_found'],
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
  listProgrammes: defineEndpoint({
    id: 'assignments.listProgrammes',
    method: 'GET',
    path: '/programmes',
    access: read,
    summary: 'Programmes',
    description: "Ordered paths of courses of the actor's subtrees, latest change first.",
    query: z.strictObject({ organizationId: id.optional(), ...paging }),
    response: page(programmeView),
    errors: ['organization_not_found'],
  }),
  createProgramme: defineEndpoint({
    id: 'assignments.createProgramme',
    method: 'POST',
    path: '/programmes',
    access: write,
    summary: 'Make a programme',
    description: 'Courses in their order; one that needs the previous opens when all before it are completed.',
    body: z.strictObject({
      organizationId: id,
      title,
      summary: z.string().trim().max(500),
      items: z
        .array(z.strictObject({ courseId: id, needsPrevious: z.boolean() }))
        .min(1)
        .max(50),
    }),
    response: z.object({ id }),
    errors: ['organization_not_found', 'assignment_content_not_found'],
  }),
  listSavedAudiences: defineEndpoint({
    id: 'assignments.listSavedAudiences',
    method: 'GET',
    path: '/saved-audiences',
    access: read,
    summary: 'Saved audiences',
    description: "Of the actor's subtrees, latest change first.",
    query: z.strictObject({ organizationId: id.optional(), ...paging }),
    response: page(savedAudienceView),
    errors: ['organization_not_found'],
  }),
  createSavedAudience: defineEndpoint({
    id: 'assignments.createSavedAudience',
    method: 'POST',
    path: '/saved-audiences',
    access: write,
    summary: 'Save an audience',
    description: 'Rules under a name, for several assignments.',
    body: z.strictObject({ organizationId: id, title, rules: plainAudienceRules }),
    response: z.object({ id }),
    errors: ['organization_not_found', 'audience_not_found', 'person_not_found'],
  }),
  updateSavedAudience: defineEndpoint({
    id: 'assignments.updateSavedAudience',
    method: 'PATCH',
    path: '/saved-audiences/:audienceId',
    access: write,
    summary: 'Change a saved audience',
    description: 'Every live assignment that uses it goes through its people again.',
    params: byId('audienceId'),
    body: z.strictObject({ revision, title: title.optional(), rules: plainAudienceRules.optional() }),
    response: savedAudienceView,
    errors: ['audience_not_found', 'organization_not_found', 'person_not_found', 'stale_revision'],
  }),
  uploadList: defineEndpoint({
    id: 'assignments.uploadList',
    method: 'POST',
    path: '/audience-lists',
    access: write,
    summary: 'Upload a list of people',
    description:
      "One person a line: a login, a phone number, or name and organization separated by comma or tab. Only people of the actor's subtrees are found; what was not found or not unique is reported.",
    body: z.strictObject({ organizationId: id, title, text: z.string().min(1).max(900_000) }),
    response: z.object({
      id,
      found: z.number().int(),
      problems: z.array(
        z.object({
          line: z.number().int(),
          text: z.string(),
          problem: z.enum(['not_found', 'not_unique', 'repeated']),
        }),
      ),
    }),
    errors: ['organization_not_found'],
  }),
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
