import { IMPORT_COLUMNS } from '@dangxiao/domain';
import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { byId, done, flag, id, instant, page, paging, revision } from '../schemas.ts';

export const importKind = z.enum(['organizations', 'people']);
export const importState = z.enum([
  'reading',
  'checking',
  'checked',
  'rejected',
  'committing',
  'committed',
  'undoing',
  'undone',
  'discarded',
]);
export const importAction = z.enum(['create', 'update', 'move', 'nothing']);
export const importColumn = z.enum([...new Set([...IMPORT_COLUMNS.organizations, ...IMPORT_COLUMNS.people])]);
export type ImportState = z.infer<typeof importState>;

const said = z.record(z.string(), z.union([z.string(), z.number()]));
/** A code that the web apps word, and its parameters: rows, columns, what was found. */
const finding = z.object({ code: z.string(), params: said });
const importView = z.object({
  id,
  kind: importKind,
  organizationId: id,
  organizationName: z.string(),
  fileName: z.string(),
  state: importState,
  /** Of the work under way; null while there is none. */
  progress: z.object({ done: z.number().int(), total: z.number().int() }).nullable(),
  /** Of the rows that are not left out. */
  counts: z
    .object({
      rows: z.number().int(),
      wrong: z.number().int(),
      skipped: z.number().int(),
      create: z.number().int(),
      update: z.number().int(),
      move: z.number().int(),
      nothing: z.number().int(),
    })
    .nullable(),
  /** Why the file could not be read, or why the last attempt to import changed nothing. */
  failure: z.array(finding).nullable(),
  /** What later came to depend on it, when it could not be undone: how many of what, and the first by name. */
  blockers: z.array(z.object({ what: z.string(), count: z.number().int(), name: z.string() })).nullable(),
  undoable: z.boolean(),
  createdByName: z.string(),
  createdAt: instant,
  committedAt: instant.nullable(),
  undoneAt: instant.nullable(),
  /** When the rows are dropped, or were. */
  rowsKeptUntil: instant,
  rowsDropped: z.boolean(),
  revision,
});
const importRow = z.object({
  row: z.number().int(),
  /** What the line says, by column; phone and identity numbers masked. */
  cells: z.record(z.string(), z.string()),
  action: importAction.nullable(),
  skipped: z.boolean(),
  problems: z.array(finding.extend({ column: importColumn })),
});
const write = { permission: 'people.write' } as const;
const byImport = byId('importId');
const changing = ['import_not_found', 'import_wrong_state', 'stale_revision'] as const;

/** Organizations and people from a table: template, reading, checking, one batch, and its undoing. */
export const imports = {
  readImportTemplate: defineEndpoint({
    id: 'people.readImportTemplate',
    method: 'GET',
    path: '/import-template',
    access: write,
    summary: 'A template for an import',
    description: 'An Excel file with headings, choices, an example row and notes, in the language asked for.',
    query: z.strictObject({ kind: importKind, language: z.enum(['zh-CN', 'en']).default('zh-CN') }),
    raw: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  }),
  createImport: defineEndpoint({
    id: 'people.createImport',
    method: 'POST',
    path: '/imports',
    access: write,
    summary: 'Bring in a file',
    description:
      'Claims a finished upload (tus, /api/v1/uploads; Excel .xlsx or CSV, at most 50 MB). It is read and checked by a job; nothing is changed yet. Everything happens at or below `organizationId`.',
    body: z.strictObject({ kind: importKind, organizationId: id, uploadId: z.string().min(8).max(100) }),
    response: z.object({ id }),
    errors: [
      'organization_not_found',
      'organization_closed',
      'upload_not_found',
      'upload_incomplete',
      'import_too_big',
    ],
  }),
  listImports: defineEndpoint({
    id: 'people.listImports',
    method: 'GET',
    path: '/imports',
    access: write,
    summary: 'Imports so far',
    description: "Of the actor's subtrees, or of the subtree of `organizationId`; newest first.",
    query: z.strictObject({ organizationId: id.optional(), kind: importKind.optional(), ...paging }),
    response: page(importView),
    errors: ['organization_not_found'],
  }),
  getImport: defineEndpoint({
    id: 'people.getImport',
    method: 'GET',
    path: '/imports/:importId',
    access: write,
    summary: 'One import',
    description: 'Its state, how far the work has come, and which problems there are; poll while work is under way.',
    params: byImport,
    response: importView.extend({
      columns: z.array(importColumn),
      /** Headings of the file that are none of ours: those columns are not read. */
      unread: z.array(z.string()),
      /** Of the people whom it made: how many have no account yet, and until when the last list of codes holds; null when nobody may be given one. */
      codes: z.object({ waiting: z.number().int(), expiresAt: instant.nullable() }).nullable(),
      problems: z.array(z.object({ column: importColumn, code: z.string(), count: z.number().int() })),
    }),
    errors: ['import_not_found'],
  }),
  listImportRows: defineEndpoint({
    id: 'people.listImportRows',
    method: 'GET',
    path: '/imports/:importId/rows',
    access: write,
    summary: 'Rows of an import',
    description: 'What each would do and what is wrong with it, in the order of the file.',
    params: byImport,
    query: z.strictObject({
      wrong: flag.default(false),
      skipped: flag.default(false),
      action: importAction.optional(),
      problem: z.string().max(40).optional(),
      ...paging,
    }),
    response: page(importRow),
    errors: ['import_not_found'],
  }),
  repairImportRow: defineEndpoint({
    id: 'people.repairImportRow',
    method: 'PATCH',
    path: '/imports/:importId/rows/:row',
    access: write,
    summary: 'Repair a row',
    description:
      'Replaces the cells that are named, or leaves the row out, and checks it again with the rows that speak of the same.',
    params: z.strictObject({ importId: id, row: z.coerce.number().int().min(1).max(10_000_000) }),
    body: z.strictObject({
      cells: z.partialRecord(importColumn, z.string().max(300)).default({}),
      skipped: z.boolean().optional(),
    }),
    response: importRow,
    errors: ['import_not_found', 'import_wrong_state'],
  }),
  checkImport: defineEndpoint({
    id: 'people.checkImport',
    method: 'POST',
    path: '/imports/:importId/check',
    access: write,
    summary: 'Check all rows again',
    description: 'After something else was changed, for example a missing organization was created.',
    params: byImport,
    response: done,
    errors: ['import_not_found', 'import_wrong_state'],
  }),
  commitImport: defineEndpoint({
    id: 'people.commitImport',
    method: 'POST',
    path: '/imports/:importId/commit',
    access: write,
    summary: 'Import',
    description:
      'A job applies all rows in one transaction: all or nothing, also when it is killed. When the school has changed since the check, nothing is imported and the check is shown anew.',
    params: byImport,
    body: z.strictObject({ revision }),
    response: done,
    errors: [...changing, 'import_has_problems', 'organization_closed'],
  }),
  undoImport: defineEndpoint({
    id: 'people.undoImport',
    method: 'POST',
    path: '/imports/:importId/undo',
    access: write,
    summary: 'Undo an import',
    description:
      'A job takes back the whole batch as long as nothing depends on it; otherwise nothing is changed and `blockers` says what does.',
    params: byImport,
    body: z.strictObject({ revision }),
    response: done,
    errors: [...changing, 'import_too_old'],
  }),
  issueImportCodes: defineEndpoint({
    id: 'people.issueImportCodes',
    method: 'POST',
    path: '/imports/:importId/activation-codes',
    access: { permission: 'accounts.write' },
    summary: 'One-time codes for the new people of an import',
    description:
      'An Excel file with a code for everybody whom the import made, who has no account yet, holds no role and is in the subtrees of the actor. As with a single code: valid for 7 days, shown in this answer only, older codes of the same people end.',
    params: byImport,
    body: z.strictObject({ language: z.enum(['zh-CN', 'en']).default('zh-CN') }),
    raw: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    errors: ['import_not_found', 'import_wrong_state', 'import_too_old', 'import_no_codes'],
  }),
  discardImport: defineEndpoint({
    id: 'people.discardImport',
    method: 'POST',
    path: '/imports/:importId/discard',
    access: write,
    summary: 'Discard a file',
    description: 'Before it was imported: its rows are dropped at once, nothing else changes.',
    params: byImport,
    response: done,
    errors: ['import_not_found', 'import_wrong_state'],
  }),
};
