import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { organizationKind } from '../people/people-kinds.ts';
import { byId, day, hours, id, instant, page, paging, search } from '../schemas.ts';

const read = { permission: 'records.read' } as const;
const count = z.number().int();
const share = z.string().meta({ description: 'Share, from "0.0000" to "1.0000"' });
/** Figures of a day: by what was known at its end, of the subtree as it stood then. Today's follow every change. */
const ofDay = z.strictObject({ asOf: day.optional() });

/** What is noted and not counted yet, in the whole school. 0: the figures are true to every row. */
const counting = z.object({ waiting: count, since: instant.nullable() });
const figures = {
  /** Everybody; those with a hard requirement; of these, those who meet all; who studied in the last seven days. Hours are of those who owe some. */
  members: count,
  owing: count,
  attained: count,
  attainmentRate: share,
  hoursPerHead: hours,
  active: count,
};
const training = { assigned: count, started: count, finished: count, overdue: count };
const below = { organizationId: id, name: z.string(), kind: organizationKind };
const trained = z.object({
  assignmentId: id,
  title: z.string(),
  organizationName: z.string(),
  required: z.boolean(),
  opensAt: instant,
  deadline: instant.nullable(),
  ...training,
});

export const standingState = z.enum(['behind', 'attained', 'exempt']);
export const trainedState = z.enum(['not_started', 'under_way', 'finished', 'overdue']);
const errors = ['organization_not_found'] as const;

export const reports = {
  overview: defineEndpoint({
    id: 'reports.overview',
    method: 'GET',
    path: '/organizations/:organizationId/overview',
    access: read,
    summary: 'An organization at one look',
    description:
      'Figures of the subtree as of a day, by child organization, their trend by month, assigned training of the year, who is furthest behind, and work under way.',
    params: byId('organizationId'),
    query: ofDay,
    response: z.object({
      asOf: day,
      counting,
      ...figures,
      training: z.object(training),
      children: z.array(z.object({ ...below, ...figures })),
      /** The last days of the twelve months before, and the day itself; null where the actor may not look, or nothing was known. */
      trend: z.array(z.object({ day, figures: z.object(figures).nullable() })),
      behind: z.array(z.object({ personId: id, name: z.string(), organizationName: z.string(), missing: hours })),
      jobs: z.array(
        z.object({
          mediaId: id,
          title: z.string(),
          state: z.enum(['uploaded', 'processing', 'failed']),
          progress: count,
        }),
      ),
      openAppeals: count,
      /** Whether branches may be ranked here. */
      ranking: z.boolean(),
    }),
    errors,
  }),

  listStandings: defineEndpoint({
    id: 'reports.listStandings',
    method: 'GET',
    path: '/organizations/:organizationId/standings',
    access: read,
    summary: 'Who stands where',
    description: 'The people of the subtree as of a day, with their hours and what is missing.',
    params: byId('organizationId'),
    query: z.strictObject({
      ...ofDay.shape,
      state: standingState.optional(),
      sort: z.enum(['missing', 'name']).default('missing'),
      q: search,
      ...paging,
    }),
    response: page(
      z.object({
        personId: id,
        name: z.string(),
        organizationName: z.string(),
        state: standingState,
        centralised: hours,
        online: hours,
        missing: hours,
      }),
    ),
    errors,
  }),

  listRanking: defineEndpoint({
    id: 'reports.listRanking',
    method: 'GET',
    path: '/organizations/:organizationId/ranking',
    access: read,
    summary: 'Branches in order of attainment',
    description: 'Only where the settings of the organization allow it.',
    params: byId('organizationId'),
    query: z.strictObject({ ...ofDay.shape, ...paging }),
    response: page(z.object({ rank: count, ...below, ...figures })),
    errors: [...errors, 'ranking_off'],
  }),

  listTraining: defineEndpoint({
    id: 'reports.listTraining',
    method: 'GET',
    path: '/organizations/:organizationId/training',
    access: read,
    summary: 'Assigned training of an organization',
    description: 'Every assignment that had people in the subtree as of a day, latest first, with their figures.',
    params: byId('organizationId'),
    query: z.strictObject({ ...ofDay.shape, state: z.enum(['running', 'overdue']).optional(), ...paging }),
    response: page(trained).extend({ counting }),
    errors,
  }),

  getTraining: defineEndpoint({
    id: 'reports.getTraining',
    method: 'GET',
    path: '/organizations/:organizationId/training/:assignmentId',
    access: read,
    summary: 'One assignment, by child organization',
    description: 'Its figures in the subtree as of a day, of each child organization, and their trend by week.',
    params: byId('organizationId', 'assignmentId'),
    query: ofDay,
    response: trained.extend({
      asOf: day,
      counting,
      children: z.array(z.object({ ...below, ...training })),
      trend: z.array(z.object({ day, assigned: count, started: count, finished: count })),
    }),
    errors: [...errors, 'assignment_not_found'],
  }),

  listTrained: defineEndpoint({
    id: 'reports.listTrained',
    method: 'GET',
    path: '/organizations/:organizationId/training/:assignmentId/people',
    access: read,
    summary: 'How people stand in an assignment',
    description: 'Who was assigned in the subtree as of a day, by name.',
    params: byId('organizationId', 'assignmentId'),
    query: z.strictObject({ ...ofDay.shape, state: trainedState.optional(), ...paging }),
    response: page(
      z.object({
        personId: id,
        name: z.string(),
        organizationName: z.string(),
        state: trainedState,
        startedAt: instant.nullable(),
        finishedAt: instant.nullable(),
      }),
    ),
    errors: [...errors, 'assignment_not_found'],
  }),
};
