import type { TransferState } from '@dangxiao/contracts';
import type { Sql } from '../../database/sql.ts';
import type { Scope } from '../../http/scope.ts';
import { ApiError } from '../../http/api-error.ts';

const tables = `transfer t join person p on p.id = t.person_id
  join organization f on f.id = t.from_organization_id join organization r on r.id = t.to_organization_id`;

interface Filter {
  direction: 'incoming' | 'outgoing';
  open: boolean;
  node: { path: string } | undefined;
  before: readonly [string, string] | null;
  limit: number;
}

interface Row {
  id: string;
  personId: string;
  personName: string;
  fromName: string;
  toName: string;
  state: TransferState;
  reason: string;
  requestedAt: Date;
  decidedAt: Date | null;
  decisionReason: string | null;
  effectiveOn: string | null;
  decidable: boolean;
  withdrawable: boolean;
}

/** Where the actor sees transfers, and where the actor decides them or takes them back. */
interface Sights {
  reading: Scope<'people.read'>;
  writing: Scope<'people.write'>;
}

/** Transfers into or out of what the actor sees, newest first, one more than `limit`. */
export async function listTransfers(
  db: Sql,
  { reading, writing }: Sights,
  { direction, open, node, before, limit }: Filter,
) {
  const side = direction === 'incoming' ? 'r' : 'f';
  const params: unknown[] = [limit + 1];
  const where = [reading.sql(`${side}.path`, params)];
  const decides = writing.sql('r.path', params);
  const withdraws = writing.sql('f.path', params);
  if (node) where.push(`${side}.path <@ $${params.push(node.path)}::ltree`);
  if (open) where.push(`t.state = 'requested'`);
  if (before) {
    const at = params.push(...before);
    where.push(`(date_trunc('milliseconds', t.requested_at), t.id) < ($${at - 1}::timestamptz, $${at}::uuid)`);
  }
  const rows = await db.query<Row>(
    `select t.id, t.person_id as "personId", p.name as "personName", f.name as "fromName", r.name as "toName", t.state, t.reason,
       t.requested_at as "requestedAt", t.decided_at as "decidedAt", t.decision_reason as "decisionReason", t.effective_on as "effectiveOn",
       t.state = 'requested' and ${decides} as decidable, t.state = 'requested' and ${withdraws} as withdrawable
     from ${tables} where ${where.join(' and ')} order by date_trunc('milliseconds', t.requested_at) desc, t.id desc limit $1`,
    params,
  );
  return rows.map((row) => ({
    ...row,
    requestedAt: row.requestedAt.toISOString(),
    decidedAt: row.decidedAt?.toISOString() ?? null,
  }));
}

interface Scoped {
  id: string;
  state: TransferState;
  personId: string;
  requestedBy: string;
  personName: string;
  fromId: string;
  fromName: string;
  toId: string;
  toName: string;
}

/**
 * A transfer, locked with its person, whose receiving (`to`) or asking (`from`) organization the actor administers.
 * @throws ApiError transfer_not_found
 */
export async function transferInScope(
  tx: Sql,
  scope: Scope<'people.write'>,
  id: string,
  side: 'from' | 'to',
): Promise<Scoped> {
  const params: unknown[] = [id];
  const inside = scope.sql(side === 'to' ? 'r.path' : 'f.path', params);
  const row = await tx.one<Scoped>(
    `select t.id, t.state, p.id as "personId", t.requested_by as "requestedBy", p.name as "personName", f.id as "fromId", f.name as "fromName", r.id as "toId",
       r.name as "toName"
     from ${tables} where t.id = $1 and ${inside} for update of t, p`,
    params,
  );
  if (!row) throw new ApiError('transfer_not_found');
  return row;
}
