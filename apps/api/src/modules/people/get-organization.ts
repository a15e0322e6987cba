import { people } from '@dangxiao/contracts';
import { dayIn } from '@dangxiao/domain';
import { Clock } from '../../config/clock.ts';
import { Config } from '../../config/config.ts';
import { Pg } from '../../database/pg.ts';
import { ApiError } from '../../http/api-error.ts';
import type { CallOf, Handler } from '../../http/call.ts';
import { Handles } from '../../http/handles.ts';
import { asOfQuery } from './as-of.ts';
import { organizationAsOf } from './as-of.queries.ts';
import { findOrganization } from './organizations.queries.ts';

/** One node; its ancestors end where the actor's sight ends. */
@Handles(people.getOrganization)
export class GetOrganization implements Handler<typeof people.getOrganization> {
  constructor(
    private readonly pg: Pg,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  async run({ scope, params, query }: CallOf<typeof people.getOrganization>) {
    const asOf = asOfQuery(query, this.clock, dayIn(this.config.zone, this.clock.now()));
    if (asOf) return organizationAsOf(this.pg, scope, asOf, params.organizationId);
    const found = await findOrganization(this.pg, scope, params.organizationId);
    if (!found) throw new ApiError('organization_not_found');
    return found;
  }
}
