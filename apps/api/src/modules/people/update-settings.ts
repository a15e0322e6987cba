import { people } from '@dangxiao/contracts';
import type { OrganizationSettings } from '@dangxiao/domain';
import { Clock } from '../../config/clock.ts';
import { UnitOfWork } from '../../database/unit-of-work.ts';
import { ApiError, fieldError } from '../../http/api-error.ts';
import type { CallOf, Handler } from '../../http/call.ts';
import { Handles } from '../../http/handles.ts';
import { scopeOf } from '../../http/scope.ts';
import { Audit } from '../audit/index.ts';
import { organizationInScope } from './scope.ts';
import { settingsView } from './settings.queries.ts';

type Own = Partial<OrganizationSettings>;

/** Replaces what an organization says for itself. */
@Handles(people.updateSettings)
export class UpdateSettings implements Handler<typeof people.updateSettings> {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  run({ actor, scope, params: { organizationId }, body, request }: CallOf<typeof people.updateSettings>) {
    const reading = scopeOf(actor, 'organizations.read');
    return this.uow.run(async (tx) => {
      const node = await organizationInScope(tx, scope, organizationId, { lock: true });
      const before = await settingsView(tx, reading, organizationId);
      if (body.revision !== before.revision) throw new ApiError('stale_revision', { params: { current: before } });
      if (node.closedOn) throw new ApiError('organization_closed');
      const own = { ...body.own, ...securityOf(before.own, body.own) };
      await tx.execute(
        `insert into organization_setting (organization_id, settings, updated_at) values ($1, $2, $3)
         on conflict (organization_id) do update set settings = $2, updated_at = $3, revision = organization_setting.revision + 1`,
        [organizationId, JSON.stringify(own), this.clock.now()],
      );
      await this.audit.record(tx, {
        actor,
        action: people.updateSettings.id,
        objectType: 'organization',
        objectId: organizationId,
        objectName: node.name,
        organizationId,
        before: before.own,
        after: own,
        request,
      });
      return settingsView(tx, reading, organizationId);
    });
  }
}

/**
 * What the security page says stays as it is: two factors and separated duties are another duty than organizations.
 * @throws ApiError validation_failed where they would change
 */
function securityOf(before: Own, after: Own): Own {
  const kept: Own = {};
  for (const name of ['twoFactor', 'separatedDuties'] as const) {
    const value = before[name];
    if (after[name] !== undefined && after[name] !== (value ?? false)) throw fieldError(`own.${name}`, 'elsewhere');
    if (value !== undefined) kept[name] = value;
  }
  return kept;
}
