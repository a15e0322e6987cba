import { notices } from '@dangxiao/contracts';
import { Config } from '../../config/config.ts';
import { UnitOfWork } from '../../database/unit-of-work.ts';
import type { CallOf, Handler } from '../../http/call.ts';
import { Handles } from '../../http/handles.ts';
import { Audit } from '../audit/index.ts';
import { EmailAddresses } from './email-addresses.ts';
import { personOf } from './person-email.queries.ts';

/** Works without a mail server as well. */
@Handles(notices.deletePersonEmail)
export class DeletePersonEmail implements Handler<typeof notices.deletePersonEmail> {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly config: Config,
    private readonly addresses: EmailAddresses,
    private readonly audit: Audit,
  ) {}

  run({ actor, scope, params: { personId }, request }: CallOf<typeof notices.deletePersonEmail>) {
    return this.uow.run(async (tx) => {
      const { name, organizationId } = await personOf(tx, scope, personId);
      const before = await this.addresses.remove(tx, personId);
      const gone = { mail: this.config.mail !== null, email: null };
      if (before === null) return gone;
      await this.audit.record(tx, {
        actor,
        action: notices.deletePersonEmail.id,
        objectType: 'person',
        objectId: personId,
        objectName: name,
        organizationId,
        before: { email: before },
        after: { email: null },
        request,
      });
      return gone;
    });
  }
}
