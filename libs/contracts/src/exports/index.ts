import { TARGET_STATES } from '@dangxiao/domain';
import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { EXPORT_KINDS } from './export-columns.ts';
import { personKind } from '../people/people-kinds.ts';
import { byId, day, done, id, instant, page, paging, search } from '../schemas.ts';

export const exportKind = z.enum(EXPORT_KINDS);

/** The filters of all lists; each kind takes its own (`EXPORT_FILTERS`). */
export const exportQuery = z.strictObject({
  organizationId: id.optional(),
  subtree: z.boolean().optional(),
  q: search,
  kind: personKind.optional(),
  employerId: id.optional(),
  state: z.enum(['active', 'deactivated', 'floating']).optional(),
  closed: z.boolean().optional(),
  attainment: z.enum(['attained', 'behind']).optional(),
  personId: id.optional(),
  year: z.number().int().min(2000).max(2100).optional(),
  counter: z.enum(['centralised', 'online']).optional(),
  assignmentId: id.optional(),
  targetState: z.enum(TARGET_STATES).optional(),
  examId: id.optional(),
  action: z.string().max(60).optional(),
  from: instant.optional(),
  to: instant.optional(),
});
export type ExportQuery = z.infer<typeof exportQuery>;

export const exportState = z.enum(['waiting', 'running', 'ready', 'failed', 'cancelled', 'dropped']);
export type ExportState = z.infer<typeof exportState>;
export const exportFailure = z.enum(['not_allowed', 'object_gone', 'too_large', 'out_of_space', 'unknown']);

const asked = { kind: exportKind, query: exportQuery.default({}), asOf: day.optional() };

export const exportView = z.object({
  id,
  kind: exportKind,
  query: exportQuery,
  asOf: day.nullable(),
  /** What the ids of the query are called: organization, person, assignment or exam. */
  names: z.record(z.string(), z.string()),
  columns: z.array(z.string()),
  language: z.enum(['zh', 'en']),
  wholeNumbers: z.boolean(),
  state: exportState,
  failure: exportFailure.nullable(),
  rowsDone: z.number().int(),
  /** Known as soon as the work begins. */
  rowsTotal: z.number().int().nullable(),
  bytes: z.number().int().nullable(),
  fileName: z.string(),
  createdAt: instant,
  finishedAt: instant.nullable(),
  /** When the file is dropped. */
  expiresAt: instant.nullable(),
});
const access = { permission: 'exports.create' } as const;
const notFound = [
  'organization_not_found',
  'person_not_found',
  'assignment_not_found',
  'exam_not_found',
  'export_too_large',
] as const;

/** Tables as Excel files, made by a job. */
export const exports = {
  countRows: defineEndpoint({
    id: 'exports.countRows',
    method: 'POST',
    path: '/exports/count',
    access,
    summary: 'How many rows an export would have',
    description: 'Changes nothing. The same rights and filters as the export itself.',
    body: z.strictObject(asked),
    response: z.object({ rows: z.number().int(), most: z.number().int() }),
    errors: notFound,
  }),
  createExport: defineEndpoint({
    id: 'exports.createExport',
    method: 'POST',
    path: '/exports',
    access,
    summary: 'Export a table to Excel',
    description:
      'Needs the reading permission of the kind as well. Answers at once; a job makes the file. Columns come in the given order; whole phone and identity numbers need `people.numbers`.',
    body: z.strictObject({
      ...asked,
      columns: z.array(z.string().max(40)).min(1).max(40),
      language: z.enum(['zh', 'en']).default('zh'),
      wholeNumbers: z.boolean().default(false),
    }),
    response: exportView,
    errors: [...notFound, 'exports_under_way'],
  }),
  listExports: defineEndpoint({
    id: 'exports.listExports',
    method: 'GET',
    path: '/exports',
    access,
    summary: 'Own exports',
    description: 'Latest first, with progress. Nobody sees those of others.',
    query: z.strictObject(paging),
    /** How many days a finished file is kept. */
    response: page(exportView).extend({ keepDays: z.number().int() }),
  }),
  cancelExport: defineEndpoint({
    id: 'exports.cancelExport',
    method: 'POST',
    path: '/exports/:exportId/cancellation',
    access,
    summary: 'Stop an export',
    description: 'One that has ended stays as it is.',
    params: byId('exportId'),
    response: exportView,
    errors: ['export_not_found'],
  }),
  deleteExport: defineEndpoint({
    id: 'exports.deleteExport',
    method: 'DELETE',
    path: '/exports/:exportId',
    access,
    summary: 'Delete an export',
    description:
      'The file and the entry in the list; what the audit log says of it stays. One under way is stopped first.',
    params: byId('exportId'),
    response: done,
    errors: ['export_not_found'],
  }),
  downloadExport: defineEndpoint({
    id: 'exports.downloadExport',
    method: 'GET',
    path: '/exports/:exportId/file',
    access,
    summary: 'The file of an export',
    description:
      'Only for who made it, while the rights that it was made with still hold. Each download is entered in the audit log.',
    params: byId('exportId'),
    raw: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    errors: ['export_not_found', 'export_not_ready', 'export_dropped'],
  }),
};
