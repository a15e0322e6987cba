import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Clock } from '../../config/clock.ts';
import type { Sql } from '../../database/sql.ts';
import type { Actor } from '../../http/actor.ts';
import { masked } from './mask.ts';

export interface AuditEntry {
  /** Who did it; null for somebody not signed in (a failed sign-in) and for the system itself. */
  actor: Pick<Actor, 'accountId' | 'login'> | null;
  /** The endpoint's id, `area.verbNoun`, or the job's name. */
  action: string;
  objectType: string;
  objectId?: string | null;
  /** What people call the object; personal names are kept, numbers are masked. */
  objectName?: string | null;
  /** The node whose administrators see the event. */
  organizationId?: string | null;
  before?: Record<string, unknown> | null;
  after?: Record<string, unknown> | null;
  /** Left out by jobs and programs. */
  request?: Pick<FastifyRequest, 'ip' | 'headers'> | null;
}

const insert = `
  insert into audit_event (at, actor_account_id, actor_name, action, object_type, object_id, object_name, organization_id, address,
    user_agent, before, after)
  values ($1, $2::uuid,
    coalesce((select p.name from account a join person p on p.id = a.person_id where a.id = $2::uuid), $3),
    $4, $5, $6, $7, $8, $9, $10, $11, $12)`;

/** The log of who did what: append-only, written in the transaction of the deed itself. */
@Injectable()
export class Audit {
  constructor(private readonly clock: Clock) {}

  /** Records one event; personal numbers, secrets and long texts in `before` and `after` are masked. */
  async record(tx: Sql, entry: AuditEntry): Promise<void> {
    const json = (value: Record<string, unknown> | null | undefined) => (value ? JSON.stringify(masked(value)) : null);
    await tx.execute(insert, [
      this.clock.now(),
      entry.actor?.accountId ?? null,
      entry.actor?.login ?? '',
      entry.action,
      entry.objectType,
      entry.objectId ?? null,
      entry.objectName ?? null,
      entry.organizationId ?? null,
      entry.request?.ip ?? '',
      String(entry.request?.headers['user-agent'] ?? '').slice(0, 300),
      json(entry.before),
      json(entry.after),
    ]);
  }
}
