import { z } from 'zod';
import { defineEndpoint, MIB } from '../endpoint.ts';
import { personKind, position } from '../people/people-kinds.ts';
import { byId, flag, id, page, paging, revision, search, title } from '../schemas.ts';

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

const personWithReasons = z.object({
  personId: id,
  name: z.string(),
  organizationName: z.string(),
  reasons: z.array(assignmentReason),
});
/** Some people of a whole, by name. */
export const somePeople = z.object({ count: z.number().int(), people: z.array(personWithReasons) });
const savedAudienceRow = z.object({
  id,
  organizationId: id,
  organizationName: z.string(),
  title: z.string(),
  rules: plainAudienceRules,
  archived: z.boolean(),
  /** Drafts and published assignments that name it. */
  usedBy: z.number().int(),
  revision,
});
const savedAudienceView = savedAudienceRow.omit({ organizationName: true, usedBy: true });

/** Who: rules, saved rules and uploaded lists. */
export const audiences = {
  previewAudience: defineEndpoint({
    id: 'assignments.previewAudience',
    method: 'POST',
    path: '/audience-previews',
    access: write,
    bodyLimit: MIB,
    summary: 'Who would be assigned',
    description:
      'How many people rules reach now, how many each rule names, and a page of them by pinyin with the reasons. Changes nothing.',
    body: z.strictObject({
      organizationId: id,
      rules: audienceRules,
      limit: z.number().int().min(1).max(100).default(10),
      cursor: paging.cursor,
    }),
    response: z.object({
      /** Null on the pages after the first, as are the next two. */
      count: z.number().int().nullable(),
      /** By the place in `rules.include`. */
      perRule: z.array(z.number().int()).nullable(),
      /** Whom the rules include, but an exclusion or an exemption leaves out. */
      leftOut: z.number().int().nullable(),
      people: z.array(personWithReasons),
      nextCursor: z.string().nullable(),
    }),
    errors: ['organization_not_found', 'audience_not_found', 'person_not_found'],
  }),
  listSavedAudiences: defineEndpoint({
    id: 'assignments.listSavedAudiences',
    method: 'GET',
    path: '/saved-audiences',
    access: read,
    summary: 'Saved audiences',
    description: "Of the actor's subtrees, latest change first.",
    query: z.strictObject({ organizationId: id.optional(), q: search, archived: flag.default(false), ...paging }),
    response: page(savedAudienceRow),
    errors: ['organization_not_found'],
  }),
  getSavedAudience: defineEndpoint({
    id: 'assignments.getSavedAudience',
    method: 'GET',
    path: '/saved-audiences/:audienceId',
    access: read,
    summary: 'One saved audience',
    description:
      'With the names that its rules refer to, the people that it reaches now, and the assignments that use it.',
    params: byId('audienceId'),
    response: savedAudienceRow.extend({
      names: z.record(z.string(), z.string()),
      ...somePeople.shape,
      assignments: z.array(z.object({ id, title: z.string(), state: z.enum(['draft', 'publishing', 'published']) })),
    }),
    errors: ['audience_not_found'],
  }),
  createSavedAudience: defineEndpoint({
    id: 'assignments.createSavedAudience',
    method: 'POST',
    path: '/saved-audiences',
    access: write,
    bodyLimit: MIB,
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
    bodyLimit: MIB,
    summary: 'Change a saved audience',
    description:
      'Its name, its rules, or whether it can still be chosen. Every live assignment that uses it goes through its people again.',
    params: byId('audienceId'),
    body: z.strictObject({
      revision,
      title: title.optional(),
      rules: plainAudienceRules.optional(),
      /** An archived one can no longer be chosen; what uses it goes on. */
      archived: z.boolean().optional(),
    }),
    response: savedAudienceView,
    errors: ['audience_not_found', 'organization_not_found', 'person_not_found', 'stale_revision'],
  }),
  uploadList: defineEndpoint({
    id: 'assignments.uploadList',
    method: 'POST',
    path: '/audience-lists',
    access: write,
    bodyLimit: 3 * MIB,
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
  listListPeople: defineEndpoint({
    id: 'assignments.listListPeople',
    method: 'GET',
    path: '/audience-lists/:listId/people',
    access: read,
    summary: 'People of an uploaded list',
    description: "By name, inside the actor's subtrees.",
    params: byId('listId'),
    query: z.strictObject({ q: search, ...paging }),
    response: page(z.object({ personId: id, name: z.string(), organizationName: z.string() })),
    errors: ['audience_not_found'],
  }),
};
