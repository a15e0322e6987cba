import { accounts } from '@dangxiao/contracts';
import { UnitOfWork } from '../../database/unit-of-work.ts';
import { ApiError } from '../../http/api-error.ts';
import type { CallOf, Handler } from '../../http/call.ts';
import { Handles } from '../../http/handles.ts';
import { Audit } from '../audit/index.ts';
import { personInScope } from '../people/index.ts';
import { ActivationCodes } from './activation-codes.ts';
import { assertOutranks } from './rank.ts';

/** A code for the person to activate an account, or to set a new password where one exists. Shown once; older codes end. */
@Handles(accounts.issueActivationCode)
export class IssueActivationCode implements Handler<typeof accounts.issueActivationCode> {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly codes: ActivationCodes,
    private readonly audit: Audit,
  ) {}

  run({ actor, scope, params, request }: CallOf<typeof accounts.issueActivationCode>) {
    return this.uow.run(async (tx) => {
      const person = await personInScope(tx, scope, params.personId, { lock: true });
      await assertOutranks(tx, actor, person.id);
      const account = await tx.one<{ id: string }>('select id from account where person_id = $1', [person.id]);
      // One's own password is changed by who knows it: a stolen session must not be enough.
      if (account?.id === actor.accountId) throw new ApiError('not_allowed');
      const purpose = account ? ('reset' as const) : ('activate' as const);
      const { code, expiresAt } = await this.codes.issue(tx, {
        purpose,
        personId: person.id,
        accountId: account?.id ?? null,
        createdBy: actor.accountId,
      });
      await this.audit.record(tx, {
        actor,
        action: accounts.issueActivationCode.id,
        objectType: 'person',
        objectId: person.id,
        objectName: person.name,
        organizationId: person.organizationId,
        after: { purpose, expiresAt },
        request,
      });
      return { code, purpose, expiresAt: expiresAt.toISOString() };
    });
  }
}
