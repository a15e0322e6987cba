import type { importColumn, people, ResponseOf } from '@dangxiao/contracts';
import type { ImportCells } from '@dangxiao/domain';
import type { z } from 'zod';
import type { Secrets } from '../../config/secrets.ts';
import type { Sql } from '../../database/sql.ts';
import type { Actor } from '../../http/actor.ts';
import { scopeOf } from '../../http/scope.ts';
import { ApiError } from '../../http/api-error.ts';
import { findBatch, KEPT_DAYS, type Batch } from './batch.ts';
import { openCells } from './stage-rows.ts';

export type ImportView = ResponseOf<typeof people.listImports>['items'][number];
export type RowView = ResponseOf<typeof people.listImportRows>['items'][number];
type Column = z.infer<typeof importColumn>;

/** Whoever may write what the batch writes, there. */
export const inScope = (actor: Actor, params: unknown[]) => `(
  (b.kind = 'people' and ${scopeOf(actor, 'people.write').sql('o.path', params)})
  or (b.kind = 'organizations' and ${scopeOf(actor, 'organizations.write').sql('o.path', params)}))`;

/** @throws ApiError import_not_found, also for one that exists elsewhere */
export async function batchInScope(
  sql: Sql,
  actor: Actor,
  batchId: string,
  lock = false,
): Promise<Batch & { revision: number }> {
  const params: unknown[] = [batchId];
  const row = await sql.one<{ revision: number }>(
    `select b.revision from import_batch b join organization o on o.id = b.organization_id
     where b.id = $1 and ${inScope(actor, params)} ${lock ? 'for update of b' : ''}`,
    params,
  );
  const batch = row && (await findBatch(sql, batchId));
  if (!batch) throw new ApiError('import_not_found');
  return { ...batch, ...row };
}

export const viewColumns = `b.id, b.kind, b.organization_id as "organizationId", o.name as "organizationName", b.file_name as "fileName",
  b.state, case when b.state in ('reading', 'checking', 'committing', 'undoing')
    then jsonb_build_object('done', coalesce(g.done, 0), 'total', coalesce(g.total, 0)) end as progress,
  b.counts, b.failure, b.blockers, b.state = 'committed' and b.rows_dropped_at is null as undoable,
  coalesce(p.name, a.login) as "createdByName", b.created_at as "createdAt", b.committed_at as "committedAt", b.undone_at as "undoneAt",
  coalesce(b.rows_dropped_at, b.changed_at + make_interval(days => ${KEPT_DAYS})) as "rowsKeptUntil",
  b.rows_dropped_at is not null as "rowsDropped", b.revision`;
export const viewFrom = `from import_batch b join organization o on o.id = b.organization_id join account a on a.id = b.created_by
  left join person p on p.id = a.person_id left join import_progress g on g.batch_id = b.id`;

export type ViewRow = Omit<ImportView, 'createdAt' | 'committedAt' | 'undoneAt' | 'rowsKeptUntil'> & {
  createdAt: Date;
  committedAt: Date | null;
  undoneAt: Date | null;
  rowsKeptUntil: Date;
};

export const viewOf = (row: ViewRow): ImportView => ({
  ...row,
  createdAt: row.createdAt.toISOString(),
  committedAt: row.committedAt?.toISOString() ?? null,
  undoneAt: row.undoneAt?.toISOString() ?? null,
  rowsKeptUntil: row.rowsKeptUntil.toISOString(),
});

export interface StoredRow {
  row: number;
  cells: Buffer;
  action: RowView['action'];
  skipped: boolean;
  problems: RowView['problems'];
}

export const rowColumns = `r.row, r.cells, case when r.skipped then null else r.action end as action, r.skipped,
  case when r.skipped then '[]'::jsonb else r.cell_problems || r.problems end as problems`;

/** "•••• 5678": the end is enough to find it in one's own file. */
const masked = (text: string) => `•••• ${text.trim().slice(-4)}`;

/** A row as administrators see it: no personal number, wherever it was written. */
export function rowView(secrets: Secrets, stored: StoredRow): RowView {
  const { row, action, skipped } = stored;
  const problems = stored.problems.map((one) => ({ ...one, params: one.params ?? {} }));
  const misplaced = new Set<string>(
    problems.filter(({ code }) => code === 'misplaced_number').map(({ column }) => column),
  );
  const cells: Record<string, string> = {};
  for (const [column, text] of Object.entries(openCells(secrets, stored.cells) as Required<ImportCells>) as [
    Column,
    string,
  ][]) {
    cells[column] = column === 'phone' || column === 'identityNumber' || misplaced.has(column) ? masked(text) : text;
  }
  return { row, cells, action, skipped, problems };
}
