import { ROLE_NAMES } from '@dangxiao/domain';
import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { byId, done, id, instant, page, paging, search } from '../schemas.ts';

export const roleName = z.enum(ROLE_NAMES);
export type RoleName = z.infer<typeof roleName>;

const grantView = z.object({
  id,
  role: roleName,
  organizationId: id,
  organizationName: z.string(),
  /** 0 for the school's own administrators, then one more for each time that a role was passed on; 3 at most. */
  level: z.number().int(),
  grantedAt: instant,
  grantedBy: z.string().nullable(),
  /** Roles that were granted under this one and hold still. */
  dependents: z.number().int(),
  /** May the actor end it? */
  revocable: z.boolean(),
});
const delegation = grantView.extend({
  /** The grant under which it was made, where the actor may see that one. */
  parentId: id.nullable(),
  holder: z.object({ personId: id.nullable(), name: z.string(), organizationName: z.string().nullable() }),
  /** Whether the holder signs in with a second factor. */
  secondFactor: z.boolean(),
  /** Another role of the holder whose duty excludes this one here; null where there is none or duties are not separated. */
  conflictsWith: roleName.nullable(),
});

/** Roles at nodes of the tree, and how they were passed on. */
export const roles = {
  listRoleGrants: defineEndpoint({
    id: 'accounts.listRoleGrants',
    method: 'GET',
    path: '/people/:personId/role-grants',
    access: { permission: 'people.read' },
    summary: 'Roles of a person',
    description: 'Roles that the person holds: at which node, at which level of delegation, and who granted them.',
    params: byId('personId'),
    response: z.object({ items: z.array(grantView) }),
    errors: ['person_not_found'],
  }),
  listDelegations: defineEndpoint({
    id: 'accounts.listDelegations',
    method: 'GET',
    path: '/role-grants',
    access: { permission: 'people.read' },
    summary: 'Who administers what, and by whom',
    description:
      "Roles that hold in the actor's subtrees (or in that of `organizationId`), those higher up first; `parentId` makes a tree of them.",
    query: z.strictObject({
      organizationId: id.optional(),
      role: roleName.optional(),
      q: search,
      ...paging,
      limit: z.coerce.number().int().min(1).max(500).default(200),
    }),
    response: page(delegation),
    errors: ['organization_not_found'],
  }),
  grantRole: defineEndpoint({
    id: 'accounts.grantRole',
    method: 'POST',
    path: '/people/:personId/role-grants',
    access: { permission: 'roles.grant' },
    summary: 'Grant a role at a node',
    description:
      'Nobody grants more than they hold at that node (a security administrator assigns the others\u2019 roles), nobody grants anything to themselves, and roles are passed on three levels deep at most.',
    params: byId('personId'),
    body: z.strictObject({ role: roleName, organizationId: id }),
    response: z.object({ id, level: z.number().int() }),
    errors: [
      'person_not_found',
      'organization_not_found',
      'grant_exceeds_own',
      'grant_to_oneself',
      'delegation_too_deep',
      'duties_conflict',
      'already_active',
    ],
  }),
  listDependents: defineEndpoint({
    id: 'accounts.listDependents',
    method: 'GET',
    path: '/role-grants/:grantId/dependents',
    access: { permission: 'roles.grant' },
    summary: 'What depends on a role',
    description: 'Roles that were granted under it, directly or further down, and hold still.',
    params: byId('grantId'),
    response: z.object({
      items: z.array(
        z.object({ id, role: roleName, level: z.number().int(), name: z.string(), organizationName: z.string() }),
      ),
    }),
    errors: ['not_found'],
  }),
  revokeRole: defineEndpoint({
    id: 'accounts.revokeRole',
    method: 'DELETE',
    path: '/role-grants/:grantId',
    access: { permission: 'roles.grant' },
    summary: 'Revoke a role',
    description:
      'Ends a grant now; history is kept. Where others depend on it, `dependents` says whether they end as well (`revoke`) or stay under the actor\u2019s own role (`keep`).',
    params: byId('grantId'),
    query: z.strictObject({ dependents: z.enum(['revoke', 'keep']).optional() }),
    response: done,
    errors: ['not_found', 'grant_exceeds_own', 'grant_has_dependents'],
  }),
};
