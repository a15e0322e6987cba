import { z } from 'zod';
import { defineEndpoint } from './endpoint.ts';
import { byId, hours, id, instant } from './schemas.ts';

const share = z.string().meta({ description: 'Share of the people, from "0.0000" to "1.0000"' });

export const reports = {
  overview: defineEndpoint({
    id: 'reports.overview',
    method: 'GET',
    path: '/organizations/:organizationId/overview',
    access: { permission: 'records.read' },
    summary: 'An organization at one look',
    description:
      'Four figures, attainment by child organization, who is furthest behind, and work under way, for the subtree and this year.',
    params: byId('organizationId'),
    response: z.object({
      asOf: instant,
      /** People with at least one hard requirement; those who meet all of them; hours of all counters; people who studied in the last 7 days. */
      people: z.number().int(),
      attained: z.number().int(),
      attainmentRate: share,
      hoursPerHead: hours,
      activeLast7Days: z.number().int(),
      activePrevious7Days: z.number().int(),
      children: z.array(
        z.object({
          organizationId: id,
          name: z.string(),
          people: z.number().int(),
          attained: z.number().int(),
          attainmentRate: share,
        }),
      ),
      behind: z.array(z.object({ personId: id, name: z.string(), organizationName: z.string(), missing: hours })),
      trend: z.array(z.object({ month: z.string(), hours })),
      jobs: z.array(
        z.object({
          mediaId: id,
          title: z.string(),
          state: z.enum(['uploaded', 'processing', 'failed']),
          progress: z.number().int(),
        }),
      ),
      openAppeals: z.number().int(),
    }),
    errors: ['organization_not_found'],
  }),
};
