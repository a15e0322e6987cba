import { accounts } from '@dangxiao/contracts';
import { Clock } from '../../config/clock.ts';
import { Pg } from '../../database/pg.ts';
import type { CallOf, Handler } from '../../http/call.ts';
import { Handles } from '../../http/handles.ts';
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

/** Where the account is signed in now, the asking browser first. */
@Handles(accounts.listMySessions)
export class ListMySessions implements Handler<typeof accounts.listMySessions> {
  constructor(
    private readonly pg: Pg,
    private readonly clock: Clock,
  ) {}

  async run({ actor }: CallOf<typeof accounts.listMySessions>) {
    const rows = await this.pg.query<Row>(liveSessions, [actor.accountId, this.clock.now(), actor.sessionId]);
    const items = rows.map((row) => ({
      id: row.id,
      current: row.id === actor.sessionId,
      device: deviceOf(row.user_agent),
      address: row.address,
      createdAt: row.created_at.toISOString(),
      lastSeenAt: row.last_seen_at.toISOString(),
      expiresAt: row.expires_at.toISOString(),
    }));
    return { items };
  }
}
