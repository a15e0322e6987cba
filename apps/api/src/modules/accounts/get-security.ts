import { accounts } from '@dangxiao/contracts';
import { Pg } from '../../database/pg.ts';
import type { CallOf, Handler } from '../../http/call.ts';
import { Handles } from '../../http/handles.ts';
import { organizationInScope } from '../people/index.ts';
import { administratorsBelow, conflictsBelow, policyAt } from './security.queries.ts';

/** What an organization asks of those who administer it, and how far they are. */
@Handles(accounts.getSecurity)
export class GetSecurity implements Handler<typeof accounts.getSecurity> {
  constructor(private readonly pg: Pg) {}

  async run({ scope, params }: CallOf<typeof accounts.getSecurity>) {
    const { path } = await organizationInScope(this.pg, scope, params.organizationId);
    const policy = await policyAt(this.pg, path);
    return {
      twoFactor: { on: policy.twoFactor, above: policy.twoFactorAbove },
      separatedDuties: { on: policy.separatedDuties, above: policy.separatedAbove },
      ...(await administratorsBelow(this.pg, path)),
      conflicts: await conflictsBelow(this.pg, path),
    };
  }
}
