import { people } from '@dangxiao/contracts';
import { Clock } from '../../config/clock.ts';
import { UnitOfWork } from '../../database/unit-of-work.ts';
import { ApiError, fieldError } from '../../http/api-error.ts';
import type { CallOf, Handler } from '../../http/call.ts';
import { Handles } from '../../http/handles.ts';
import { Audit } from '../audit/index.ts';

/** The term is superseded by one with an end. */
@Handles(people.endLeader)
export class EndLeader implements Handler<typeof people.endLeader> {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  run({ actor, scope, params, body, request }: CallOf<typeof people.endLeader>) {
    const now = this.clock.now();
    return this.uow.run(async (tx) => {
      const values: unknown[] = [params.termId];
      const term = await tx.one<{ id: string; organizationId: string; name: string; validFrom: string }>(
        `select l.id, l.organization_id as "organizationId", p.name, l.valid_from as "validFrom"
         from leader_term l join organization o on o.id = l.organization_id join person p on p.id = l.person_id
         where l.id = $1 and l.superseded_at is null and ${scope.sql('o.path', values)} for update of l`,
        values,
      );
      if (!term) throw new ApiError('term_not_found');
      if (body.on < term.validFrom) throw fieldError('on', 'too_small', { minimum: term.validFrom });
      await tx.execute(
        `with current as (update leader_term set superseded_at = $3 where id = $1 returning *)
         insert into leader_term (organization_id, person_id, position, valid_from, valid_to, recorded_at)
         select organization_id, person_id, position, valid_from, $2::date, $3::timestamptz from current where valid_from < $2::date`,
        [term.id, body.on, now],
      );
      await this.audit.record(tx, {
        actor,
        action: people.endLeader.id,
        objectType: 'organization',
        objectId: term.organizationId,
        objectName: term.name,
        organizationId: term.organizationId,

        after: { endedOn: body.on },
        request,
      });
      return { ok: true as const };
    });
  }
}
