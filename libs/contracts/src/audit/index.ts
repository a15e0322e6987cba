import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { id, instant, page, paging, search } from '../schemas.ts';

export const auditEvent = z.object({
  id,
  at: instant,
  actorName: z.string(),
  actorLogin: z.string().nullable(),
  /** `area.verbNoun`, worded by the client. */
  action: z.string(),
  objectType: z.string(),
  objectId: z.string().nullable(),
  objectName: z.string().nullable(),
  organizationName: z.string().nullable(),
  address: z.string(),
  /** Masked values of what changed. */
  before: z.record(z.string(), z.unknown()).nullable(),
  after: z.record(z.string(), z.unknown()).nullable(),
});
export const audit = {
  listEvents: defineEndpoint({
    id: 'audit.listEvents',
    method: 'GET',
    path: '/audit-events',
    access: { permission: 'audit.read' },
    summary: 'The audit log',
    description: "Events in the actor's subtrees (or in that of `organizationId`), latest first.",
    query: z.strictObject({
      organizationId: id.optional(),
      action: z.string().max(60).optional(),
      q: search,
      from: instant.optional(),
      to: instant.optional(),
      ...paging,
    }),
    response: page(auditEvent),
    errors: ['organization_not_found'],
  }),
};
