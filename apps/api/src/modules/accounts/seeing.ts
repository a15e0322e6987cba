import { Injectable } from '@nestjs/common';
import { accounts } from '@dangxiao/contracts';
import type { FastifyRequest } from 'fastify';
import type { Tx } from '../../database/unit-of-work.ts';
import { Audit } from '../audit/index.ts';

/** How long an administrator may see the portal as somebody else before asking again. */
export const SEEING_MS = 30 * 60_000;

interface Ended {
  actor_account_id: string;
  login: string;
  subject_id: string;
  subject_name: string;
  organization_id: string;
  started_at: Date;
}

/** The ends of seeing as somebody else, by whatever they come; each is recorded once. */
@Injectable()
export class Seeing {
  constructor(private readonly audit: Audit) {}

  /** @returns whether it had not ended before */
  async end(tx: Tx, id: string, at: Date, how: 'ended' | 'signed_out' | 'time', request?: FastifyRequest) {
    const row = await tx.one<Ended>(
      `update see_as v set ended_at = $2 from account a, person p where v.id = $1 and v.ended_at is null
         and a.id = v.actor_account_id and p.id = v.subject_id
       returning v.actor_account_id, a.login, v.subject_id, p.name as subject_name, p.current_organization_id as organization_id, v.started_at`,
      [id, at],
    );
    if (!row) return false;
    await this.audit.record(tx, {
      actor: { accountId: row.actor_account_id, login: row.login },
      action: accounts.endSeeAs.id,
      objectType: 'person',
      objectId: row.subject_id,
      objectName: row.subject_name,
      organizationId: row.organization_id,
      after: { how, startedAt: row.started_at, endedAt: at },
      ...(request ? { request } : {}),
    });
    return true;
  }
}
