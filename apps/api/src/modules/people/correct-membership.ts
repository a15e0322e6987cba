import { people, type PersonKind, type Position } from '@dangxiao/contracts';
import { dayIn } from '@dangxiao/domain';
import { Clock } from '../../config/clock.ts';
import { Config } from '../../config/config.ts';
import { UnitOfWork } from '../../database/unit-of-work.ts';
import { ApiError, fieldError } from '../../http/api-error.ts';
import type { CallOf, Handler } from '../../http/call.ts';
import { Handles } from '../../http/handles.ts';
import { Audit } from '../audit/index.ts';
import { findPerson } from './people.queries.ts';
import { personInScope } from './scope.ts';

interface Row {
  id: string;
  organizationId: string;
  kind: PersonKind;
  position: Position;
  validFrom: string;
  validTo: string | null;
}

/** Supersedes one membership, and the one before it where the boundary moves; the caches of today follow. */
@Handles(people.correctMembership)
export class CorrectMembership implements Handler<typeof people.correctMembership> {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  run({ actor, scope, params, body, request }: CallOf<typeof people.correctMembership>) {
    const now = this.clock.now();
    const today = dayIn(this.config.zone, now);
    return this.uow.run(async (tx) => {
      const person = await personInScope(tx, scope, params.personId, { lock: true });
      if (person.revision !== body.revision) {
        const current = await findPerson(tx, scope, person.id, now);
        throw new ApiError('stale_revision', { params: { current } });
      }
      const rows = await tx.query<Row>(
        `select id, organization_id as "organizationId", kind, position, valid_from as "validFrom", valid_to as "validTo"
         from membership where person_id = $1 and superseded_at is null order by valid_from`,
        [person.id],
      );
      const at = rows.findIndex((row) => row.id === params.membershipId);
      const row = rows[at];
      if (!row) throw new ApiError('membership_not_found');
      const last = row.validTo ?? today;
      if (row.validTo === null ? body.validFrom > last : body.validFrom >= last)
        throw fieldError('validFrom', 'too_big', { maximum: last });
      const before = rows[at - 1];
      if (before && body.validFrom <= before.validFrom)
        throw fieldError('validFrom', 'too_small', { minimum: before.validFrom });
      const touches = before && (before.validTo === row.validFrom || (before.validTo ?? '') > body.validFrom);
      const replaced = [
        ...(touches ? [{ ...before, validTo: body.validFrom }] : []),
        { ...row, kind: body.kind, position: body.position, validFrom: body.validFrom },
      ];
      await tx.execute('update membership set superseded_at = $2 where id = any($1::uuid[])', [
        replaced.map(({ id }) => id),
        now,
      ]);
      for (const one of replaced) {
        await tx.execute(
          `insert into membership (person_id, organization_id, kind, position, valid_from, valid_to, recorded_at)
           values ($1, $2, $3, $4, $5, $6, $7)`,
          [person.id, one.organizationId, one.kind, one.position, one.validFrom, one.validTo, now],
        );
      }
      const cached = row.validTo === null ? ', current_kind = $2, current_position = $3' : '';
      await tx.execute(
        `update person set revision = revision + 1${cached} where id = $1`,
        cached ? [person.id, body.kind, body.position] : [person.id],
      );
      await this.audit.record(tx, {
        actor,
        action: people.correctMembership.id,
        objectType: 'person',
        objectId: person.id,
        objectName: person.name,
        organizationId: person.organizationId,
        before: { kind: row.kind, position: row.position, since: row.validFrom },
        after: { kind: body.kind, position: body.position, since: body.validFrom, reason: body.reason },
        request,
      });
      return { ok: true as const };
    });
  }
}
