import type { Sql } from '../../database/sql.ts';
import { deviceOf } from './device.ts';

interface Row {
  id: string;
  user_agent: string;
  address: string;
  created_at: Date;
  last_seen_at: Date;
  expires_at: Date;
}

const liveSessions = `
  select id, user_agent, address, created_at, last_seen_at, least(idle_expires_at, expires_at) as expires_at
  from session where account_id = $1 and ended_at is null and least(idle_expires_at, expires_at) > $2
  order by id = $3 desc, last_seen_at desc limit 100`;

/** Where an account is signed in, the asking browser first where it is one of them. */
export async function liveSessionsOf(db: Sql, accountId: string, now: Date, currentId: string | null) {
  const rows = await db.query<Row>(liveSessions, [accountId, now, currentId]);
  return rows.map((row) => ({
    id: row.id,
    current: row.id === currentId,
    device: deviceOf(row.user_agent),
    address: row.address,
    createdAt: row.created_at.toISOString(),
    lastSeenAt: row.last_seen_at.toISOString(),
    expiresAt: row.expires_at.toISOString(),
  }));
}
