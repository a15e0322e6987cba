import { z } from 'zod';
import { employerRef } from './employers.ts';
import { defineEndpoint } from '../endpoint.ts';
import { leaderPosition, organizationKind } from './people-kinds.ts';
import { asOfQuery, byId, day, done, flag, id, name, page, paging, revision } from '../schemas.ts';

export const organizationView = z.object({
  id,
  parentId: id.nullable(),
  name: z.string(),
  code: z.string(),
  kind: organizationKind,
  childCount: z.number().int(),
  /** Members of the node itself. */
  memberCount: z.number().int(),
  /** Members of the whole subtree. */
  subtreeMemberCount: z.number().int(),
  /** The first day on which it is no more. */
  closedOn: day.nullable(),
  /** Of today, also where a past day is asked for: the classification has no dates. */
  employer: employerRef.nullable(),
  revision,
});
const organizationDetail = organizationView.extend({
  /** From the highest node that the actor may see down to the parent. */
  ancestors: z.array(z.object({ id, name: z.string() })),
  since: day,
});
const organizationFields = { name, code: z.string().trim().min(1).max(40), kind: organizationKind };
const movedAdministrator = z.object({ name: z.string(), organizationName: z.string() });
const changing = ['organization_not_found', 'organization_closed', 'stale_revision'] as const;

/** The tree of Party organizations and what happens to its nodes. */
export const organizations = {
  listOrganizations: defineEndpoint({
    id: 'people.listOrganizations',
    method: 'GET',
    path: '/organizations',
    access: { permission: 'organizations.read' },
    summary: 'Children of a node',
    description:
      'Children of `parentId`, in order of kind and name; without it the topmost nodes that the actor may see. Without a date the open ones of today; with `asOf` the tree of that day.',
    query: z.strictObject({
      parentId: id.optional(),
      ...asOfQuery,
      ...paging,
      limit: z.coerce.number().int().min(1).max(500).default(200),
    }),
    response: page(organizationView),
    errors: ['organization_not_found'],
  }),
  searchOrganizations: defineEndpoint({
    id: 'people.searchOrganizations',
    method: 'GET',
    path: '/organization-search',
    access: { permission: 'organizations.read' },
    summary: 'Find organizations',
    description: "By part of the name, pinyin initials or code, inside the actor's subtrees; each with the way to it.",
    query: z.strictObject({
      q: z.string().trim().min(1).max(60),
      /** Also those that were closed or merged. */
      closed: flag.default(false),
      limit: z.coerce.number().int().min(1).max(50).default(20),
    }),
    response: z.object({
      items: z.array(
        organizationView
          .pick({ id: true, name: true, code: true, kind: true, closedOn: true })
          .extend({ trail: z.array(z.object({ id, name: z.string() })) }),
      ),
    }),
  }),
  getOrganization: defineEndpoint({
    id: 'people.getOrganization',
    method: 'GET',
    path: '/organizations/:organizationId',
    access: { permission: 'organizations.read' },
    summary: 'One organization',
    description: 'With its ancestors as far as the actor may see them; with `asOf` as it was on that day.',
    params: byId('organizationId'),
    query: z.strictObject(asOfQuery),
    response: organizationDetail,
    errors: ['organization_not_found'],
  }),
  createOrganization: defineEndpoint({
    id: 'people.createOrganization',
    method: 'POST',
    path: '/organizations',
    access: { permission: 'organizations.write' },
    summary: 'Create an organization',
    description: "Below a node that the actor administers. The kind must be allowed below the parent's kind.",
    body: z.strictObject({ parentId: id, ...organizationFields, employerId: id.nullable().default(null) }),
    response: z.object({ id }),
    errors: [
      'organization_not_found',
      'organization_code_taken',
      'organization_kind_not_allowed',
      'organization_closed',
      'employer_not_found',
    ],
  }),
  updateOrganization: defineEndpoint({
    id: 'people.updateOrganization',
    method: 'PATCH',
    path: '/organizations/:organizationId',
    access: { permission: 'organizations.write' },
    summary: 'Rename or reclassify an organization',
    description: 'Closes the version that was valid until now and opens a new one; the past stays as it was.',
    params: byId('organizationId'),
    body: z.strictObject({
      revision,
      name: name.optional(),
      code: organizationFields.code.optional(),
      kind: organizationKind.optional(),
      employerId: id.nullable().optional(),
    }),
    response: organizationDetail,
    errors: [
      'organization_not_found',
      'employer_not_found',
      'organization_code_taken',
      'organization_kind_not_allowed',
      'organization_closed',
      'stale_revision',
    ],
  }),
  previewOrganizationMove: defineEndpoint({
    id: 'people.previewOrganizationMove',
    method: 'GET',
    path: '/organizations/:organizationId/move-preview',
    access: { permission: 'organizations.write' },
    summary: 'What a move would change',
    description:
      'How many organizations and people move, and whose administrators lose or gain them. Nothing is changed.',
    params: byId('organizationId'),
    query: z.strictObject({ parentId: id }),
    response: z.object({
      organizations: z.number().int(),
      people: z.number().int(),
      /** Why it cannot be done; null when it can. */
      problem: z.enum(['organization_move_refused', 'organization_kind_not_allowed', 'organization_closed']).nullable(),
      lose: z.array(movedAdministrator),
      gain: z.array(movedAdministrator),
    }),
    errors: ['organization_not_found'],
  }),
  moveOrganization: defineEndpoint({
    id: 'people.moveOrganization',
    method: 'POST',
    path: '/organizations/:organizationId/move',
    access: { permission: 'organizations.write' },
    summary: 'Move an organization with its subtree',
    description: 'From today on. Never below itself; of two moves into each other one is refused.',
    params: byId('organizationId'),
    body: z.strictObject({ parentId: id, revision }),
    response: organizationDetail,
    errors: [...changing, 'organization_move_refused', 'organization_kind_not_allowed'],
  }),
  mergeOrganization: defineEndpoint({
    id: 'people.mergeOrganization',
    method: 'POST',
    path: '/organizations/:organizationId/merge',
    access: { permission: 'organizations.write' },
    summary: 'Merge an organization into another',
    description: 'Its members and children move to the survivor today; it is closed, its past stays its own.',
    params: byId('organizationId'),
    body: z.strictObject({ intoId: id, revision }),
    response: z.object({ organizations: z.number().int(), people: z.number().int() }),
    errors: [...changing, 'organization_move_refused', 'organization_kind_not_allowed'],
  }),
  splitOrganization: defineEndpoint({
    id: 'people.splitOrganization',
    method: 'POST',
    path: '/organizations/:organizationId/split',
    access: { permission: 'organizations.write' },
    summary: 'Split an organization',
    description:
      'Chosen members and children move today to a new organization of the same kind and employer beside it.',
    params: byId('organizationId'),
    body: z.strictObject({
      name,
      code: organizationFields.code,
      personIds: z.array(id).max(1000).default([]),
      childIds: z.array(id).max(200).default([]),
      revision,
    }),
    response: z.object({ id }),
    errors: [...changing, 'organization_code_taken', 'organization_move_refused', 'person_not_found'],
  }),
  closeOrganization: defineEndpoint({
    id: 'people.closeOrganization',
    method: 'POST',
    path: '/organizations/:organizationId/close',
    access: { permission: 'organizations.write' },
    summary: 'Close an organization',
    description:
      'From `on` (by default today, never later) it is no more. Refused while it has members or open children from that day on.',
    params: byId('organizationId'),
    body: z.strictObject({ on: day.optional(), revision }),
    response: organizationDetail,
    errors: [...changing, 'organization_not_empty'],
  }),
  getOrganizationHistory: defineEndpoint({
    id: 'people.getOrganizationHistory',
    method: 'GET',
    path: '/organizations/:organizationId/history',
    access: { permission: 'organizations.read' },
    summary: 'How an organization came about',
    description:
      'Its versions as they are known now, what it was merged into or split from, and its leaders with dates.',
    params: byId('organizationId'),
    response: z.object({
      versions: z.array(
        z.object({
          name: z.string(),
          code: z.string(),
          kind: organizationKind,
          parentName: z.string().nullable(),
          validFrom: day,
          validTo: day.nullable(),
        }),
      ),
      relations: z.array(
        z.object({
          kind: z.enum(['merged_into', 'absorbed', 'split_from', 'split_off']),
          organizationId: id,
          name: z.string(),
          on: day,
        }),
      ),
      leaders: z.array(
        z.object({
          id,
          personId: id,
          name: z.string(),
          position: leaderPosition,
          validFrom: day,
          validTo: day.nullable(),
        }),
      ),
    }),
    errors: ['organization_not_found'],
  }),
  addLeader: defineEndpoint({
    id: 'people.addLeader',
    method: 'POST',
    path: '/organizations/:organizationId/leaders',
    access: { permission: 'organizations.write' },
    summary: 'Name a leader',
    description: "A member of the organization's subtree, in a position, from a day on.",
    params: byId('organizationId'),
    body: z.strictObject({
      personId: id,
      position: leaderPosition,
      validFrom: day,
      validTo: day.nullable().default(null),
    }),
    response: z.object({ id }),
    errors: ['organization_not_found', 'organization_closed', 'person_not_found'],
  }),
  endLeader: defineEndpoint({
    id: 'people.endLeader',
    method: 'POST',
    path: '/leader-terms/:termId/end',
    access: { permission: 'organizations.write' },
    summary: 'End the term of a leader',
    description:
      'The term ends on `on`, the first day on which it no longer holds. What was known before stays readable.',
    params: byId('termId'),
    body: z.strictObject({ on: day }),
    response: done,
    errors: ['term_not_found'],
  }),
};
