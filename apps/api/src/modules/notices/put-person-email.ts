import { notices } from '@dangxiao/contracts';
import { Config } from '../../config/config.ts';
import { UnitOfWork } from '../../database/unit-of-work.ts';
import { ApiError } from '../../http/api-error.ts';
import type { CallOf, Handler } from '../../http/call.ts';
import { Handles } from '../../http/handles.ts';
import { Audit } from '../audit/index.ts';
import { EmailAddresses } from './email-addresses.ts';
import { personOf, readerFor } from './person-email.queries.ts';

/** Entered for somebody who does not do so; its owner still has to confirm it. */
@Handles(notices.putPersonEmail)
export class PutPersonEmail implements Handler<typeof notices.putPersonEmail> {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly config: Config,
    private readonly addresses: EmailAddresses,
    private readonly audit: Audit,
  ) {}

  run({ actor, scope, params: { personId }, body, request }: CallOf<typeof notices.putPersonEmail>) {
    return this.uow.run(async (tx) => {
      const { name, organizationId, deactivated } = await personOf(tx, scope, personId);
      if (deactivated) throw new ApiError('person_deactivated');
      const { before, after } = await this.addresses.put(tx, readerFor(personId), body.email);
      await this.audit.record(tx, {
        actor,
        action: notices.putPersonEmail.id,
        objectType: 'person',
        objectId: personId,
        objectName: name,
        organizationId,
        before: { email: before },
        after: { email: after },
        request,
      });
      return { mail: this.config.mail !== null, email: await this.addresses.find(tx, personId) };
    });
  }
}
