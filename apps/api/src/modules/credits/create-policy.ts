import { credits } from '@dangxiao/contracts';
import { dayIn } from '@dangxiao/domain';
import { Clock } from '../../config/clock.ts';
import { Config } from '../../config/config.ts';
import { lockFor, locks } from '../../database/locks.ts';
import { UnitOfWork } from '../../database/unit-of-work.ts';
import { ApiError, fieldError } from '../../http/api-error.ts';
import type { CallOf, Handler } from '../../http/call.ts';
import { Handles } from '../../http/handles.ts';
import { Audit } from '../audit/index.ts';
import { policyColumns, policyView, type PolicyRow } from './policies.queries.ts';

/** Enacts conversion rules from a day to come; what was earned before keeps the rules of its time. */
@Handles(credits.createPolicy)
export class CreatePolicy implements Handler<typeof credits.createPolicy> {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  async run({ actor, body, request }: CallOf<typeof credits.createPolicy>) {
    const { validFrom, name, ...rules } = body;
    const now = this.clock.now();
    if (validFrom <= dayIn(this.config.zone, now)) throw fieldError('validFrom', 'invalid_value');
    return this.uow.run(async (tx) => {
      await lockFor(tx, locks.policies);
      const row = await tx.one<PolicyRow>(
        `insert into credit_policy (version, valid_from, name, body, created_by, created_at)
         select 1 + coalesce(max(version), 0), $1, $2, $3, $4, $5 from credit_policy
         on conflict (valid_from) do nothing returning ${policyColumns}`,
        [validFrom, name, JSON.stringify(rules), actor.accountId, now],
      );
      if (!row) throw new ApiError('policy_date_taken');
      const what = { objectType: 'credit_policy', objectId: row.id, objectName: name };
      await this.audit.record(tx, { actor, request, action: credits.createPolicy.id, ...what, after: body });
      return policyView(row);
    });
  }
}
