import { credits } from '@dangxiao/contracts';
import { UnitOfWork, type Tx } from '../../database/unit-of-work.ts';
import { ApiError } from '../../http/api-error.ts';
import type { CallOf, Handler, ScopeOf } from '../../http/call.ts';
import { Handles } from '../../http/handles.ts';
import { Audit } from '../audit/index.ts';
import { Ledger } from './ledger.ts';
import { keepNote, noteHash } from './notes.ts';

/** Takes an entry back by its opposite, with reason and name. Progress and completion stay: only hours are taken. */
@Handles(credits.reverse)
export class Reverse implements Handler<typeof credits.reverse> {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly ledger: Ledger,
    private readonly audit: Audit,
  ) {}

  async run({ actor, scope, params, body, request }: CallOf<typeof credits.reverse>) {
    const note = { title: null, reason: body.reason };
    return this.uow.run(async (tx) => {
      const owner = await ownerInScope(tx, scope, params.entryId);
      const by = { evidence: { noteHash: noteHash(note) }, recordedBy: actor.accountId };
      const booked = await this.ledger.reverse(tx, params.entryId, by);
      await keepNote(tx, booked.entryId, note);
      const what = { objectType: 'person', objectId: owner.personId, objectName: owner.name };
      const where = { organizationId: owner.organizationId };
      const after = { entryId: booked.entryId, reverses: params.entryId, hours: booked.hours, reason: body.reason };
      await this.audit.record(tx, { actor, request, action: credits.reverse.id, ...what, ...where, after });
      return { entryId: booked.entryId };
    });
  }
}

interface Owner {
  personId: string;
  name: string;
  organizationId: string;
}

async function ownerInScope(tx: Tx, scope: ScopeOf<typeof credits.reverse>, entryId: string): Promise<Owner> {
  const params: unknown[] = [entryId];
  const owner = await tx.one<Owner>(
    `select p.id as "personId", p.name, o.id as "organizationId"
     from credit_entry e join person p on p.id = e.person_id join organization o on o.id = p.current_organization_id
     where e.id = $1 and ${scope.sql('o.path', params)}`,
    params,
  );
  if (!owner) throw new ApiError('entry_not_found');
  return owner;
}
