import { accounts } from '@dangxiao/contracts';
import { Pg } from '../../database/pg.ts';
import { ApiError } from '../../http/api-error.ts';
import type { CallOf, Handler } from '../../http/call.ts';
import { Handles } from '../../http/handles.ts';
import { dependentsOf, grantInScope } from './grants.queries.ts';

/** What ends, or needs somebody else above it, when a role is revoked; of nodes that were moved out of sight nothing is said. */
@Handles(accounts.listDependents)
export class ListDependents implements Handler<typeof accounts.listDependents> {
  constructor(private readonly pg: Pg) {}

  async run({ scope, params }: CallOf<typeof accounts.listDependents>) {
    const grant = await grantInScope(this.pg, scope, params.grantId);
    if (!grant) throw new ApiError('not_found');
    const dependents = await dependentsOf(this.pg, grant.id);
    return { items: dependents.filter(({ path }) => scope.reaches(path)) };
  }
}
