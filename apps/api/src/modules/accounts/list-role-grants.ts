import { accounts } from '@dangxiao/contracts';
import { Pg } from '../../database/pg.ts';
import type { CallOf, Handler } from '../../http/call.ts';
import { Handles } from '../../http/handles.ts';
import { personInScope } from '../people/index.ts';
import { grantsOf, grantView } from './grants.queries.ts';

/** Roles that hold now, also those at nodes outside the actor's subtrees: who may be seen may be judged by what they can do. */
@Handles(accounts.listRoleGrants)
export class ListRoleGrants implements Handler<typeof accounts.listRoleGrants> {
  constructor(private readonly pg: Pg) {}

  async run({ actor, scope, params }: CallOf<typeof accounts.listRoleGrants>) {
    const person = await personInScope(this.pg, scope, params.personId);
    const rows = await grantsOf(this.pg, person.id);
    return { items: rows.map((row) => grantView(actor, row)) };
  }
}
