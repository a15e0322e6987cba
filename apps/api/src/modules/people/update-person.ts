import { people, type BodyOf } from '@dangxiao/contracts';
import { dayIn } from '@dangxiao/domain';
import { Clock } from '../../config/clock.ts';
import { Config } from '../../config/config.ts';
import { UnitOfWork } from '../../database/unit-of-work.ts';
import { ApiError, fieldError } from '../../http/api-error.ts';
import type { CallOf, Handler } from '../../http/call.ts';
import { Handles } from '../../http/handles.ts';
import { Audit } from '../audit/index.ts';
import { holdEmployer } from './employers.queries.ts';
import { endExemptions, openExemption } from './exemptions.ts';
import { changeMembership } from './memberships.ts';
import { findPerson } from './people.queries.ts';
import { PersonalNumbers } from './personal-numbers.ts';
import { personInitials } from './pinyin.ts';
import { personInScope } from './scope.ts';
import { lockTree } from './tree.ts';

type Body = BodyOf<typeof people.updatePerson>;
type Found = NonNullable<Awaited<ReturnType<typeof findPerson>>>;

/** Changes what was sent and nothing else. Kind and position are dated: a change opens a new membership from today. */
@Handles(people.updatePerson)
export class UpdatePerson implements Handler<typeof people.updatePerson> {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly numbers: PersonalNumbers,
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  run({ actor, scope, params, body, request }: CallOf<typeof people.updatePerson>) {
    const id = params.personId;
    const now = this.clock.now();
    return this.uow.run(async (tx) => {
      await lockTree(tx, 'shared');
      const { organizationId } = await personInScope(tx, scope, id, { lock: true });
      const before = await findPerson(tx, scope, id, now);
      if (!before) throw new ApiError('person_not_found');
      if (body.revision !== before.revision) throw new ApiError('stale_revision', { params: { current: before } });
      const employer = await holdEmployer(tx, body.employerId);
      const columns = this.columnsOf(body, before);
      const names = Object.keys(columns);
      const sets = names.map((name, index) => `${name} = $${index + 2}`);
      await tx.execute(`update person set ${[...sets, 'revision = revision + 1'].join(', ')} where id = $1`, [
        id,
        ...Object.values(columns),
      ]);
      const today = dayIn(this.config.zone, now);
      const state = { organizationId, kind: body.kind ?? before.kind, position: body.position ?? before.position };
      if (before.deactivatedAt) throw new ApiError('person_deactivated');
      if (state.kind !== before.kind || state.position !== before.position) {
        await changeMembership(tx, id, state, today, now);
      }
      if (body.exempt === true && !before.exempt) {
        const reason = body.exemptReason ?? before.exemptReason ?? '—';
        await openExemption(tx, id, { kind: 'aged', reason, from: today, to: null }, now);
      }
      if (body.exempt === false && before.exempt) await endExemptions(tx, id, today, now);
      await this.audit.record(tx, {
        actor,
        action: people.updatePerson.id,
        objectType: 'person',
        objectId: id,
        objectName: body.name ?? before.name,
        organizationId,
        before: changed(before, body),
        after: told(body, employer),
        request,
      });
      return (await findPerson(tx, scope, id, now)) ?? before;
    });
  }

  /** Columns that the request changes, by name; the names are ours, never the caller's. */
  private columnsOf(body: Body, before: Found): Record<string, unknown> {
    const columns: Record<string, unknown> = {};
    if (body.name !== undefined) Object.assign(columns, { name: body.name, initials: personInitials(body.name) });
    if (body.kind !== undefined) columns.current_kind = body.kind;
    if (body.position !== undefined) columns.current_position = body.position;
    if (body.employerId !== undefined) columns.employer_id = body.employerId;
    if (body.phone !== undefined) {
      const { cipher, hash, last4 } = this.numbers.sealPhone(body.phone);
      Object.assign(columns, { phone_cipher: cipher, phone_hash: hash, phone_last4: last4 });
    }
    if (body.identityNumber !== undefined) {
      const { cipher, hash, last4 } = this.numbers.sealIdentity(body.identityNumber);
      Object.assign(columns, { identity_cipher: cipher, identity_hash: hash, identity_last4: last4 });
    }
    const exempt = body.exempt ?? before.exempt;
    const reason = body.exemptReason === undefined ? before.exemptReason : body.exemptReason;
    if (exempt && !reason) throw fieldError('exemptReason', 'required');
    return { ...columns, exempt, exempt_reason: exempt ? reason : null };
  }
}

/** What the request says, in words. */
const told = ({ employerId, ...rest }: Body, employer: string | null) => ({
  ...rest,
  ...(employerId === undefined ? {} : { employer: employer }),
});

/** The former values of what the request names. Numbers were masked already. */
function changed(before: Found, body: Body): Record<string, unknown> {
  const { name, kind, position, exempt, exemptReason, maskedPhone, maskedIdentityNumber } = before;
  const values = {
    name,
    kind,
    position,
    exempt,
    exemptReason,
    phone: maskedPhone,
    identityNumber: maskedIdentityNumber,
    employer: before.employer?.name ?? null,
  };
  const named = told(body, null);
  return Object.fromEntries(Object.entries(values).filter(([key]) => key in named));
}
