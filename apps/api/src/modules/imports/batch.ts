import type { ImportState } from '@dangxiao/contracts';
import type { ImportKind } from '@dangxiao/domain';
import type { Sql } from '../../database/sql.ts';
import type { FastifyRequest } from 'fastify';
import type { Actor } from '../../http/actor.ts';
import { defineQueue } from '../../jobs/queues.ts';
import type { Finding } from './reading/file-problem.ts';

export interface ImportJobData {
  batchId: string;
  /** Who asked for it, for the audit log. */
  by: {
    actor: { accountId: string; login: string };
    request: { ip: string; headers: { 'user-agent'?: string } };
  };
}

/** Work on a batch; what is to be done its state says. */
export const importQueue = defineQueue<ImportJobData>({
  name: 'people.import',
  retryLimit: 20,
  retryDelay: 2,
  expireInSeconds: 1800,
  concurrency: 2,
});

/** A job's data, from the request that asks for it. */
export const jobOf = (batchId: string, actor: Actor, request: FastifyRequest): ImportJobData => ({
  batchId,
  by: {
    actor: { accountId: actor.accountId, login: actor.login },
    request: { ip: request.ip, headers: { 'user-agent': request.headers['user-agent'] ?? '' } },
  },
});

/** Rows, and with them the way back, are kept so long after the last change of a batch. */
export const KEPT_DAYS = 30;

export interface Batch {
  id: string;
  kind: ImportKind;
  /** The node at or below which everything happens. */
  organizationId: string;
  /** Its path today. */
  path: string;
  closed: boolean;
  fileName: string;
  fileKey: string | null;
  state: ImportState;
  counts: Counts | null;
  createdBy: string;
  committedAt: Date | null;
}

export interface Counts {
  rows: number;
  wrong: number;
  skipped: number;
  create: number;
  update: number;
  move: number;
  nothing: number;
}

const columns = `b.id, b.kind, b.organization_id as "organizationId", o.path::text as path, o.closed_on is not null as closed,
  b.file_name as "fileName", b.file_key as "fileKey", b.state, b.counts, b.created_by as "createdBy", b.committed_at as "committedAt"`;

export function findBatch(sql: Sql, batchId: string, lock: '' | 'for update of b' = ''): Promise<Batch | null> {
  return sql.one(
    `select ${columns} from import_batch b join organization o on o.id = b.organization_id where b.id = $1 ${lock}`,
    [batchId],
  );
}

interface Change {
  now: Date;
  counts?: Counts;
  failure?: Finding[] | null;
  blockers?: { what: string; count: number; name: string }[] | null;
  columns?: readonly string[];
  unread?: readonly string[];
}

/** Brings a batch from one state to another. @returns false when it was in none of the former */
export async function setState(
  sql: Sql,
  batchId: string,
  from: readonly ImportState[],
  to: ImportState,
  change: Change,
): Promise<boolean> {
  const { now, counts, failure, blockers, columns: found, unread } = change;
  const rows = await sql.execute(
    `update import_batch set state = $3, changed_at = $4, revision = revision + 1,
       counts = coalesce($5::jsonb, counts), failure = case when $6 then $7::jsonb else failure end,
       blockers = case when $8 then $9::jsonb else blockers end, columns = coalesce($10::text[], columns),
       unread = coalesce($11::text[], unread),
       committed_at = case when $3 = 'committed' and committed_at is null then $4 else committed_at end,
       undone_at = case when $3 = 'undone' then $4 end
     where id = $1 and state = any($2::text[])`,
    [
      batchId,
      from,
      to,
      now,
      counts ? JSON.stringify(counts) : null,
      failure !== undefined,
      failure ? JSON.stringify(failure) : null,
      blockers !== undefined,
      blockers ? JSON.stringify(blockers) : null,
      found ?? null,
      unread ?? null,
    ],
  );
  return rows > 0;
}

/** What stands in the rows now. */
export async function countRows(sql: Sql, batchId: string): Promise<Counts> {
  const row = await sql.one<Counts>(
    `select count(*)::int as rows, count(*) filter (where skipped)::int as skipped,
       count(*) filter (where not skipped and (cell_problems <> '[]' or problems <> '[]'))::int as wrong,
       ${(['create', 'update', 'move', 'nothing'] as const)
         .map((action) => `count(*) filter (where not skipped and action = '${action}')::int as "${action}"`)
         .join(', ')}
     from import_row where batch_id = $1`,
    [batchId],
  );
  return row ?? { rows: 0, wrong: 0, skipped: 0, create: 0, update: 0, move: 0, nothing: 0 };
}

/** Says how far the work has come; outside the transaction that does it, so that others see it. */
export async function noteProgress(sql: Sql, batchId: string, done: number, total: number): Promise<void> {
  await sql.execute(
    `insert into import_progress (batch_id, done, total) values ($1, $2, $3)
     on conflict (batch_id) do update set done = excluded.done, total = excluded.total`,
    [batchId, done, total],
  );
}

/** Spans of row numbers with at most so many rows each, in order. */
export async function spansOf(
  sql: Sql,
  batchId: string,
  size: number,
): Promise<{ from: number; to: number; rows: number }[]> {
  return sql.query(
    `select min(row) as from, max(row) as to, count(*)::int as rows from import_row where batch_id = $1 group by row / $2::int order by 1`,
    [batchId, size],
  );
}
