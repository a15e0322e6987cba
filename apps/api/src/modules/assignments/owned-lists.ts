import { z } from 'zod';
import { cursorOf, pageOf, readCursor } from '../../database/cursor.ts';
import type { Sql } from '../../database/sql.ts';
import { like, organizationInScope } from '../people/index.ts';
import type { Scope } from '../../http/scope.ts';

const place = z.tuple([z.iso.datetime(), z.uuid()]);

interface Query {
  organizationId?: string | undefined;
  q?: string | undefined;
  archived: boolean;
  cursor?: string | undefined;
  limit: number;
}

/** What every such list shows of `x` and its organization `o`. */
export const ownedColumns = `x.id, x.organization_id as "organizationId", o.name as "organizationName", x.title,
  x.archived_at is not null as archived, x.revision`;

/** A page of what organizations of the actor's subtrees own (`x`), latest change first. Table and columns are ours, never the caller's. */
export async function ownedPage<Row extends { id: string }>(
  db: Sql,
  scope: Scope<'assignments.read'>,
  query: Query,
  table: string,
  columns: string,
) {
  const after = readCursor(query.cursor, place);
  const params: unknown[] = [query.limit + 1, after?.[0] ?? null, after?.[1] ?? null];
  const archived = `x.archived_at is ${query.archived ? 'not null' : 'null'}`;
  const wanted = [scope.sql('o.path', params), archived];
  if (query.q) wanted.push(`x.title ilike '%' || $${params.push(like(query.q))} || '%'`);
  if (query.organizationId) {
    const { path } = await organizationInScope(db, scope, query.organizationId);
    wanted.push(`o.path <@ $${params.push(path)}::ltree`);
  }
  const rows = await db.query<Row & { updatedAt: Date }>(
    `select ${ownedColumns}, ${columns}, x.updated_at as "updatedAt"
     from ${table} x join organization o on o.id = x.organization_id
     where ${wanted.join(' and ')} and ($2::timestamptz is null or (x.updated_at, x.id) < ($2, $3::uuid))
     order by x.updated_at desc, x.id desc limit $1`,
    params,
  );
  return { ...pageOf(rows, query.limit, (row) => cursorOf(row.updatedAt, row.id)), total: null };
}
