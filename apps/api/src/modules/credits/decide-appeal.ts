import { credits } from '@dangxiao/contracts';
import { Clock } from '../../config/clock.ts';
import { UnitOfWork, type Tx } from '../../database/unit-of-work.ts';
import { ApiError } from '../../http/api-error.ts';
import type { CallOf, Handler, ScopeOf } from '../../http/call.ts';
import { Handles } from '../../http/handles.ts';
import { Audit } from '../audit/index.ts';
import { Notices } from '../notices/index.ts';
import { Ledger } from './ledger.ts';
import { copyNote } from './notes.ts';

interface Case {
  id: string;
  decision: string;
  personId: string;
  personName: string;
  organizationId: string;
  entryId: string;
  reversedId: string;
}

/** Ends an appeal. Upheld, the hours are entered again as they were; rejected, the reversal stands. Decided once. */
@Handles(credits.decideAppeal)
export class DecideAppeal implements Handler<typeof credits.decideAppeal> {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly ledger: Ledger,
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly notices: Notices,
  ) {}

  async run({ actor, scope, params, body, request }: CallOf<typeof credits.decideAppeal>) {
    await this.uow.run(async (tx) => {
      const appeal = await appealInScope(tx, scope, params.appealId);
      if (appeal.decision !== 'open') throw new ApiError('appeal_decided');
      await tx.execute(
        'update credit_appeal set decision = $2, decision_reason = $3, decided_by = $4, decided_at = $5 where id = $1',
        [appeal.id, body.decision, body.reason, actor.accountId, this.clock.now()],
      );
      if (body.decision === 'upheld') {
        const booked = await this.ledger.restore(tx, appeal.reversedId, actor.accountId);
        if (booked.created) await copyNote(tx, appeal.reversedId, booked.entryId);
      }
      await this.notices.tell(tx, {
        to: { personId: appeal.personId },
        code: 'appeal.decided',
        params: {
          appealId: appeal.id,
          entryId: appeal.entryId,
          upheld: body.decision === 'upheld',
          answer: body.reason,
        },
        dedupeKey: `appeal.decided:${appeal.id}`,
      });
      const what = { objectType: 'person', objectId: appeal.personId, objectName: appeal.personName };
      const where = { organizationId: appeal.organizationId };
      const after = { appealId: appeal.id, ...body };
      await this.audit.record(tx, { actor, request, action: credits.decideAppeal.id, ...what, ...where, after });
    });
    return { ok: true as const };
  }
}

async function appealInScope(tx: Tx, scope: ScopeOf<typeof credits.decideAppeal>, appealId: string): Promise<Case> {
  const params: unknown[] = [appealId];
  const row = await tx.one<Case>(
    `select a.id, a.decision, p.id as "personId", p.name as "personName", o.id as "organizationId", e.id as "entryId", e.reverses_id as "reversedId"
     from credit_appeal a join credit_entry e on e.id = a.entry_id
     join person p on p.id = a.person_id join organization o on o.id = p.current_organization_id
     where a.id = $1 and ${scope.sql('o.path', params)} for update of a`,
    params,
  );
  if (!row) throw new ApiError('appeal_not_found');
  return row;
}
