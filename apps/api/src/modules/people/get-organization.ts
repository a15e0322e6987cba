import { people } from '@dangxiao/contracts';
import { Pg } from '../../database/pg.ts';
import { ApiError } from '../../http/api-error.ts';
import type { CallOf, Handler } from '../../http/call.ts';
import { Handles } from '../../http/handles.ts';
import { findOrganization } from './organizations.queries.ts';

/** One node; its ancestors end where the actor's sight ends. */
@Handles(people.getOrganization)
export class GetOrganization implements Handler<typeof people.getOrganization> {
  constructor(private readonly pg: Pg) {}

  async run({ actor, params }: CallOf<typeof people.getOrganization>) {
    const found = await findOrganization(this.pg, actor, params.organizationId);
    if (!found) throw new ApiError('organization_not_found');
    return found;
  }
}
