import { credits } from '@dangxiao/contracts';
import { Pg } from '../../database/pg.ts';
import type { Handler } from '../../http/call.ts';
import { Handles } from '../../http/handles.ts';
import { policyColumns, policyView, type PolicyRow } from './policies.queries.ts';

/** Every version of the school's conversion rules, newest first. */
@Handles(credits.listPolicies)
export class ListPolicies implements Handler<typeof credits.listPolicies> {
  constructor(private readonly pg: Pg) {}

  async run() {
    const rows = await this.pg.query<PolicyRow>(`select ${policyColumns} from credit_policy order by valid_from desc`);
    return { items: rows.map(policyView) };
  }
}
