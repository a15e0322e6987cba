import { people } from '@dangxiao/contracts';
import { dayIn } from '@dangxiao/domain';
import { Clock } from '../../config/clock.ts';
import { Config } from '../../config/config.ts';
import { UnitOfWork } from '../../database/unit-of-work.ts';
import { ApiError } from '../../http/api-error.ts';
import type { CallOf, Handler } from '../../http/call.ts';
import { Handles } from '../../http/handles.ts';
import { Audit } from '../audit/index.ts';
import { endExemptions, refreshExemptions } from './exemptions.ts';

/** The requirements hold again from today. */
@Handles(people.endExemption)
export class EndExemption implements Handler<typeof people.endExemption> {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  run({ actor, scope, params, request }: CallOf<typeof people.endExemption>) {
    const now = this.clock.now();
    const today = dayIn(this.config.zone, now);
    return this.uow.run(async (tx) => {
      const values: unknown[] = [params.exemptionId];
      const found = await tx.one<{ personId: string; name: string; organizationId: string }>(
        `select p.id as "personId", p.name, o.id as "organizationId"
         from exemption e join person p on p.id = e.person_id join organization o on o.id = p.current_organization_id
         where e.id = $1 and e.superseded_at is null and ${scope.sql('o.path', values)} for update of p`,
        values,
      );
      if (!found) throw new ApiError('exemption_not_found');
      await endExemptions(tx, found.personId, today, now);
      await refreshExemptions(tx, found.personId, today);
      await this.audit.record(tx, {
        actor,
        action: people.endExemption.id,
        objectType: 'person',
        objectId: found.personId,
        objectName: found.name,
        organizationId: found.organizationId,

        after: { endedOn: today },
        request,
      });
      return { ok: true as const };
    });
  }
}
