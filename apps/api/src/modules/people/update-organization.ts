import { people } from '@dangxiao/contracts';
import { dayIn, kindsBelow, type OrganizationKind } from '@dangxiao/domain';
import { Clock } from '../../config/clock.ts';
import { Config } from '../../config/config.ts';
import type { Sql } from '../../database/sql.ts';
import { UnitOfWork } from '../../database/unit-of-work.ts';
import { ApiError } from '../../http/api-error.ts';
import type { CallOf, Handler } from '../../http/call.ts';
import { Handles } from '../../http/handles.ts';
import { scopeOf } from '../../http/scope.ts';
import { Audit } from '../audit/index.ts';
import { holdEmployer } from './employers.queries.ts';
import { findOrganization, type OrganizationRow } from './organizations.queries.ts';
import { textInitials } from './pinyin.ts';
import { reviseOrganization } from './revise-organization.ts';
import { organizationInScope, type ScopedOrganization } from './scope.ts';
import { lockTree } from './tree.ts';

/** A kind must fit below the parent's, and the children's below it. */
async function assertKindFits(tx: Sql, node: ScopedOrganization, kind: OrganizationKind): Promise<void> {
  const around = await tx.one<{ parent: OrganizationKind | null; children: OrganizationKind[] }>(
    `select (select kind from organization where id = $1) as parent,
       coalesce((select array_agg(distinct kind) from organization where parent_id = $2 and closed_on is null), '{}') as children`,
    [node.parentId, node.id],
  );
  const fits =
    kindsBelow(around?.parent ?? null).includes(kind) &&
    (around?.children ?? []).every((child) => kindsBelow(kind).includes(child));
  if (!fits) throw new ApiError('organization_kind_not_allowed');
}

const told = ({ name, code, kind, employer }: OrganizationRow) => ({
  name,
  organizationCode: code,
  kind,
  employer: employer?.name ?? null,
});

/** Renames or reclassifies from today on; the version that held until now stays in the history. */
@Handles(people.updateOrganization)
export class UpdateOrganization implements Handler<typeof people.updateOrganization> {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  run({ actor, scope, params, body, request }: CallOf<typeof people.updateOrganization>) {
    const reading = scopeOf(actor, 'organizations.read');
    return this.uow.run(async (tx) => {
      await lockTree(tx, 'shared');
      const id = params.organizationId;
      const before = await organizationInScope(tx, scope, id, { lock: true });
      const current = await findOrganization(tx, reading, id);
      if (!current) throw new ApiError('organization_not_found');
      if (body.revision !== before.revision) throw new ApiError('stale_revision', { params: { current } });
      if (before.closedOn) throw new ApiError('organization_closed');
      const state = {
        ...before,
        name: body.name ?? before.name,
        code: body.code ?? before.code,
        kind: body.kind ?? before.kind,
      };
      if (state.kind !== before.kind) await assertKindFits(tx, before, state.kind);
      const employerId = body.employerId === undefined ? (current.employer?.id ?? null) : body.employerId;
      const renamed = state.name !== before.name || state.code !== before.code || state.kind !== before.kind;
      const regrouped = employerId !== (current.employer?.id ?? null);
      if (!renamed && !regrouped) return current;
      if (regrouped) await holdEmployer(tx, employerId);
      const now = this.clock.now();
      await tx.execute(
        'update organization set name = $2, initials = $3, code = $4, kind = $5, employer_id = $6, revision = revision + 1 where id = $1',
        [id, state.name, textInitials(state.name), state.code, state.kind, employerId],
      );
      if (renamed) await reviseOrganization(tx, id, state, dayIn(this.config.zone, now), now);
      const after = (await findOrganization(tx, reading, id)) ?? current;
      await this.audit.record(tx, {
        actor,
        action: people.updateOrganization.id,
        objectType: 'organization',
        objectId: id,
        objectName: state.name,
        organizationId: id,
        before: told(current),
        after: told(after),
        request,
      });
      return after;
    });
  }
}
