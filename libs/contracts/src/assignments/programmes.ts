import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { byId, flag, id, page, paging, revision, search, title } from '../schemas.ts';

const programmeItems = z
  .array(z.strictObject({ courseId: id, needsPrevious: z.boolean() }))
  .min(1)
  .max(50);
const fields = { title, summary: z.string().trim().max(500), items: programmeItems };
const programmeView = z.object({
  id,
  organizationId: id,
  organizationName: z.string(),
  title: z.string(),
  summary: z.string(),
  items: z.array(z.object({ courseId: id, title: z.string(), needsPrevious: z.boolean() })),
  archived: z.boolean(),
  /** Drafts and published assignments of it. */
  usedBy: z.number().int(),
  revision,
});

/** Ordered paths of courses. */
export const programmes = {
  listProgrammes: defineEndpoint({
    id: 'assignments.listProgrammes',
    method: 'GET',
    path: '/programmes',
    access: { permission: 'assignments.read' },
    summary: 'Programmes',
    description: "Ordered paths of courses of the actor's subtrees, latest change first.",
    query: z.strictObject({ organizationId: id.optional(), q: search, archived: flag.default(false), ...paging }),
    response: page(programmeView),
    errors: ['organization_not_found'],
  }),
  createProgramme: defineEndpoint({
    id: 'assignments.createProgramme',
    method: 'POST',
    path: '/programmes',
    access: { permission: 'assignments.write' },
    summary: 'Make a programme',
    description: 'Courses in their order; one that needs the previous opens when all before it are completed.',
    body: z.strictObject({ organizationId: id, ...fields }),
    response: z.object({ id }),
    errors: ['organization_not_found', 'assignment_content_not_found'],
  }),
  updateProgramme: defineEndpoint({
    id: 'assignments.updateProgramme',
    method: 'PATCH',
    path: '/programmes/:programmeId',
    access: { permission: 'assignments.write' },
    summary: 'Change a programme',
    description:
      'Its name, its path, or whether it can still be chosen. What is published keeps the path with which it was published until it is changed itself.',
    params: byId('programmeId'),
    body: z.strictObject({ revision, archived: z.boolean().optional(), ...z.object(fields).partial().shape }),
    response: programmeView,
    errors: ['programme_not_found', 'assignment_content_not_found', 'stale_revision'],
  }),
};
