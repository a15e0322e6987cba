import { z } from 'zod';
import { employerRef } from './employers.ts';
import { defineEndpoint } from '../endpoint.ts';
import { exemptionKind, personKind, position } from './people-kinds.ts';
import { asOfQuery, byId, day, flag, id, instant, name, page, paging, revision, search } from '../schemas.ts';

export const personRow = z.object({
  id,
  name: z.string(),
  organizationId: id,
  organizationName: z.string(),
  kind: personKind,
  position,
  maskedPhone: z.string().nullable(),
  account: z.enum(['none', 'invited', 'active', 'disabled']),
  deactivated: z.boolean(),
  /** Where a floating member studies now; the own organization stays responsible. */
  host: z.object({ id, name: z.string() }).nullable(),
});
const personDetail = personRow.extend({
  maskedIdentityNumber: z.string().nullable(),
  login: z.string().nullable(),
  /** The own one; null where the organization's holds. */
  employer: employerRef.nullable(),
  organizationEmployer: employerRef.nullable(),
  exempt: z.boolean(),
  exemptReason: z.string().nullable(),
  /** When and why the person left. */
  deactivatedAt: instant.nullable(),
  deactivatedReason: z.string().nullable(),
  /** The survivor, when this is a duplicate that was merged. */
  mergedInto: z.object({ id, name: z.string() }).nullable(),
  aliases: z.array(z.object({ mergeId: id, id, name: z.string(), organizationName: z.string(), mergedAt: instant })),
  exemptions: z.array(
    z.object({ id, kind: exemptionKind, reason: z.string(), validFrom: day, validTo: day.nullable() }),
  ),
  floating: z.array(
    z.object({ id, organizationName: z.string(), reason: z.string(), validFrom: day, validTo: day.nullable() }),
  ),
  memberships: z.array(
    z.object({
      id,
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
  employerId: id.nullable().default(null),
};

/** People: who belongs where, as what. */
export const persons = {
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
      /** Counted to the employer or to one below it, by themselves or through their organization. */
      employerId: id.optional(),
      /** Deactivated people are listed only when asked for. `floating`: guests whose host is the node. */
      state: z.enum(['active', 'deactivated', 'floating']).default('active'),
      ...asOfQuery,
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
    errors: [
      'organization_not_found',
      'person_duplicate',
      'phone_taken',
      'identity_number_invalid',
      'organization_closed',
      'employer_not_found',
    ],
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
      employerId: id.nullable().optional(),
    }),
    response: personDetail,
    errors: [
      'person_not_found',
      'person_duplicate',
      'phone_taken',
      'identity_number_invalid',
      'employer_not_found',
      'stale_revision',
    ],
  }),
};
