import { credits } from '@dangxiao/contracts';
import { dayIn, toHundredths } from '@dangxiao/domain';
import { Clock } from '../../config/clock.ts';
import { Config } from '../../config/config.ts';
import { UnitOfWork, type Tx } from '../../database/unit-of-work.ts';
import { ApiError, fieldError } from '../../http/api-error.ts';
import type { CallOf, Handler, ScopeOf } from '../../http/call.ts';
import { Handles } from '../../http/handles.ts';
import { Audit } from '../audit/index.ts';
import { personInScope } from '../people/index.ts';
import { Ledger } from './ledger.ts';
import { keepNote, noteHash } from './notes.ts';
import { Policies } from './policies.ts';

/**
 * Hours for training elsewhere, on the day it took place, under the policy of that day. The request's id is the source: sent again, by whatever
 * retry, it answers the first entry.
 */
@Handles(credits.recognise)
export class Recognise implements Handler<typeof credits.recognise> {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly ledger: Ledger,
    private readonly policies: Policies,
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  async run({ actor, scope, params, body, request }: CallOf<typeof credits.recognise>) {
    if (toHundredths(body.hours) === 0) throw fieldError('hours', 'too_small', { minimum: 0.01 });
    if (body.date > dayIn(this.config.zone, this.clock.now())) throw fieldError('date', 'invalid_value');
    return this.uow.run(async (tx) => {
      const person = await personInScope(tx, scope, params.personId);
      await assertFiles(tx, scope, body.fileIds);
      const { title, reason, counter, hours, date, requestId } = body;
      const policy = await this.policies.onDay(tx, date);
      const fileIds = [...new Set(body.fileIds)].sort();
      const booked = await this.ledger.award(tx, {
        personId: person.id,
        counter,
        hours,
        effectiveAt: await this.startOf(tx, date),
        sourceKind: 'recognition',
        sourceId: requestId,
        policyVersion: policy.version,
        evidence: { date, fileIds, noteHash: noteHash({ title, reason }) },
        recordedBy: actor.accountId,
      });
      if (booked.created) {
        await keepNote(tx, booked.entryId, { title, reason });
        const what = { objectType: 'person', objectId: person.id, objectName: person.name };
        const where = { organizationId: person.organizationId };
        const after = { entryId: booked.entryId, counter, hours, date, title, reason, fileIds };
        await this.audit.record(tx, { actor, request, action: credits.recognise.id, ...what, ...where, after });
      }
      return { entryId: booked.entryId };
    });
  }

  /** A day counts for the year in which it begins in the school's zone. */
  private async startOf(tx: Tx, date: string): Promise<Date> {
    const row = await tx.one<{ at: Date }>('select $1::date::timestamp at time zone $2 as at', [
      date,
      this.config.zone,
    ]);
    if (!row) throw new Error('unreachable');
    return row.at;
  }
}

/** Evidence uploaded for an organization of the actor's. */
async function assertFiles(
  tx: Tx,
  scope: ScopeOf<typeof credits.recognise>,
  fileIds: readonly string[],
): Promise<void> {
  const params: unknown[] = [fileIds];
  const found = await tx.query<{ id: string }>(
    `select f.id from stored_file f join organization o on o.id = f.organization_id
     where f.id = any($1::uuid[]) and f.purpose = 'evidence' and ${scope.sql('o.path', params)}`,
    params,
  );
  if (found.length < new Set(fileIds).size) throw new ApiError('file_not_found');
}
