import type { exportView } from '@dangxiao/contracts';
import type { z } from 'zod';
import type { Sql } from '../../database/sql.ts';
import type { Actor } from '../../http/actor.ts';
import { ApiError } from '../../http/api-error.ts';
import type { Export } from './entities/export.ts';

type View = z.input<typeof exportView>;

export type ExportRow = Pick<
  Export,
  | 'id'
  | 'accountId'
  | 'kind'
  | 'query'
  | 'names'
  | 'columns'
  | 'asOf'
  | 'language'
  | 'wholeNumbers'
  | 'state'
  | 'failure'
  | 'runs'
  | 'rowsDone'
  | 'rowsTotal'
  | 'scope'
  | 'storageKey'
  | 'bytes'
  | 'fileName'
  | 'createdAt'
  | 'finishedAt'
  | 'expiresAt'
>;

export const exportColumns = `
  x.id, x.account_id as "accountId", x.kind, x.query, x.names, x.columns, x.as_of as "asOf", x.language, x.whole_numbers as "wholeNumbers",
  x.state, x.failure, x.runs, x.rows_done as "rowsDone", x.rows_total as "rowsTotal", x.scope, x.storage_key as "storageKey", x.bytes,
  x.file_name as "fileName", x.created_at as "createdAt", x.finished_at as "finishedAt", x.expires_at as "expiresAt"`;

/**
 * One of the actor's own exports.
 * @throws ApiError export_not_found, also for one of somebody else
 */
export async function ownExport(sql: Sql, actor: Actor, exportId: string, { lock = false } = {}): Promise<ExportRow> {
  const row = await sql.one<ExportRow>(
    `select ${exportColumns} from export x where x.id = $1 and x.account_id = $2 ${lock ? 'for update' : ''}`,
    [exportId, actor.accountId],
  );
  if (!row) throw new ApiError('export_not_found');
  return row;
}

export function exportRowView(row: ExportRow): View {
  const {
    accountId: _account,
    runs: _runs,
    scope: _scope,
    storageKey: _key,
    createdAt,
    finishedAt,
    expiresAt,
    ...rest
  } = row;
  return {
    ...rest,
    failure: row.failure as View['failure'],
    createdAt: createdAt.toISOString(),
    finishedAt: finishedAt?.toISOString() ?? null,
    expiresAt: expiresAt?.toISOString() ?? null,
  };
}
