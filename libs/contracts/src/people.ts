import { z } from 'zod';
import { defineEndpoint } from './endpoint.ts';
import { byId, day, flag, id, instant, name, page, paging, revision, search } from './schemas.ts';

/** Party organizations: committee › general branch › branch › party group (domain.md). */
export const organizationKind = z.enum(['committee', 'general_branch', 'branch', 'party_group']);
export const personKind = z.enum([
  'applicant_activist',
  'development_candidate',
  'probationary_member',
  'full_member',
  'non_member',
]);
export const position = z.enum([
  'none',
  'branch_secretary',
  'branch_committee_member',
  'party_affairs_worker',
  'section_cadre',
]);
export type OrganizationKind = z.infer<typeof organizationKind>;
export type PersonKind = z.infer<typeof personKind>;
export type Position = z.infer<typeof position>;

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
  revision,
});
const organizationDetail = organizationView.extend({
  /** From the highest node that the actor may see down to the parent. */
  ancestors: z.array(z.object({ id, name: z.string() })),
  since: day,
});
const organizationFields = { name, code: z.string().trim().min(1).max(40), kind: organizationKind };

export const personRow = z.object({
  id,
  name: z.string(),
  organizationId: id,
  organizationName: z.string(),
  kind: personKind,
  position,
  maskedPhone: z.string().nullable(),
  account: z.enum(['none', 'invited', 'active', 'disabled']),
});
const personDetail = personRow.extend({
  maskedIdentityNumber: z.string().nullable(),
  login: z.string().nullable(),
  exempt: z.boolean(),
  exemptReason: z.string().nullable(),
  memberships: z.array(
    z.object({
      organizationId: id,
      organizationName: z.string(),
      kind: personKind,
      position,
      validFrom: day,
      validTo: day.nullable(),
    }),
  ),
  createdAt: instant,
  revision,
});
const personFields = {
  name: name.max(50),
  kind: personKind,
  position: position.default('none'),
  phone: z
    .string()
    .trim()
    .regex(/^1[3-9]\d{9}$/)
    .nullable()
    .default(null),
  identityNumber: z
    .string()
    .trim()
    .regex(/^\d{17}[\dXx]$/)
    .nullable()
    .default(null),
  exempt: z.boolean().default(false),
  exemptReason: z.string().trim().max(200).nullable().default(null),
};

export const people = {
  listOrganizations: defineEndpoint({
    id: 'people.listOrganizations',
    method: 'GET',
    path: '/organizations',
    access: { permission: 'organizations.read' },
    summary: 'Children of a node',
    description:
      'Children of `parentId`, in order of kind and name; without it the topmost nodes that the actor may see.',
    query: z.strictObject({
      parentId: id.optional(),
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
      limit: z.coerce.number().int().min(1).max(50).default(20),
    }),
    response: z.object({
      items: z.array(
        organizationView
          .pick({ id: true, name: true, code: true, kind: true })
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
    description: 'With its ancestors as far as the actor may see them.',
    params: byId('organizationId'),
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
    body: z.strictObject({ parentId: id, ...organizationFields }),
    response: z.object({ id }),
    errors: ['organization_not_found', 'organization_code_taken', 'organization_kind_not_allowed'],
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
    }),
    response: organizationDetail,
    errors: ['organization_not_found', 'organization_code_taken', 'organization_kind_not_allowed', 'stale_revision'],
  }),
  listPeople: defineEndpoint({
    id: 'people.listPeople',
    method: 'GET',
    path: '/people',
    access: { permission: 'people.read' },
    summary: 'People of an organization',
    description:
      'Members of a node, by default with its subtree, sorted by name (pinyin). Search by name, pinyin initials or whole phone number.',
    query: z.strictObject({
      organizationId: id.optional(),
      subtree: flag.default(true),
      q: search,
      kind: personKind.optional(),
      ...paging,
    }),
    response: page(personRow),
    errors: ['organization_not_found'],
  }),
  getPerson: defineEndpoint({
    id: 'people.getPerson',
    method: 'GET',
    path: '/people/:personId',
    access: { permission: 'people.read' },
    summary: 'One person',
    description: 'Profile and history of memberships; phone and identity number masked.',
    params: byId('personId'),
    response: personDetail,
    errors: ['person_not_found'],
  }),
  createPerson: defineEndpoint({
    id: 'people.createPerson',
    method: 'POST',
    path: '/people',
    access: { permission: 'people.write' },
    summary: 'Add a person',
    description:
      'With a first membership from `since` (default today). Phone and identity number are stored encrypted. No password is made: issue an activation code.',
    body: z.strictObject({ organizationId: id, since: day.optional(), ...personFields }),
    response: z.object({ id }),
    errors: ['organization_not_found', 'person_duplicate', 'phone_taken', 'identity_number_invalid'],
  }),
  updatePerson: defineEndpoint({
    id: 'people.updatePerson',
    method: 'PATCH',
    path: '/people/:personId',
    access: { permission: 'people.write' },
    summary: 'Change a person',
    description:
      'A changed kind or position opens a new membership row from today. Fields left out stay as they are; null removes.',
    params: byId('personId'),
    body: z.strictObject({
      revision,
      name: personFields.name.optional(),
      kind: personKind.optional(),
      position: position.optional(),
      phone: z
        .string()
        .trim()
        .regex(/^1[3-9]\d{9}$/)
        .nullable()
        .optional(),
      identityNumber: z
        .string()
        .trim()
        .regex(/^\d{17}[\dXx]$/)
        .nullable()
        .optional(),
      exempt: z.boolean().optional(),
      exemptReason: z.string().trim().max(200).nullable().optional(),
    }),
    response: personDetail,
    errors: ['person_not_found', 'person_duplicate', 'phone_taken', 'identity_number_invalid', 'stale_revision'],
  }),
};
