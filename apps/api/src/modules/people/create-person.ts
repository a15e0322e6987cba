import { people } from '@dangxiao/contracts';
import { dayIn } from '@dangxiao/domain';
import { Clock } from '../../config/clock.ts';
import { Config } from '../../config/config.ts';
import { UnitOfWork } from '../../database/unit-of-work.ts';
import { ApiError, fieldError } from '../../http/api-error.ts';
import type { CallOf, Handler } from '../../http/call.ts';
import { Handles } from '../../http/handles.ts';
import { Audit } from '../audit/index.ts';
import { holdEmployer } from './employers.queries.ts';
import { insertPerson } from './insert-person.ts';
import { PersonalNumbers } from './personal-numbers.ts';
import { organizationInScope } from './scope.ts';
import { lockTree } from './tree.ts';

/** A person with a first membership. No account and no password come with it: those are made by an activation code. */
@Handles(people.createPerson)
export class CreatePerson implements Handler<typeof people.createPerson> {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly numbers: PersonalNumbers,
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  run({ actor, scope, body, request }: CallOf<typeof people.createPerson>) {
    const now = this.clock.now();
    const today = dayIn(this.config.zone, now);
    const since = body.since ?? today;
    // What is kept as "today's organization" could not be true yet.
    if (since > today) throw fieldError('since', 'too_big', { maximum: today });
    if (body.exempt && !body.exemptReason) throw fieldError('exemptReason', 'required');
    const phone = this.numbers.sealPhone(body.phone);
    const identity = this.numbers.sealIdentity(body.identityNumber);
    const { name, kind, position, exempt, exemptReason, employerId } = body;
    return this.uow.run(async (tx) => {
      await lockTree(tx, 'shared');
      const node = await organizationInScope(tx, scope, body.organizationId);
      if (node.closedOn) throw new ApiError('organization_closed');
      const employer = await holdEmployer(tx, employerId);
      const membership = { organizationId: node.id, kind, position };
      const profile = { name, phone, identity, exempt, exemptReason, employerId };
      const { id } = await insertPerson(tx, { ...profile, membership, since, now });
      await this.audit.record(tx, {
        actor,
        action: people.createPerson.id,
        objectType: 'person',
        objectId: id,
        objectName: name,
        organizationId: node.id,
        after: {
          name,
          kind,
          position,
          since,
          exempt,
          exemptReason,
          employer,
          phone: body.phone,
          identityNumber: body.identityNumber,
        },
        request,
      });
      return { id };
    });
  }
}
