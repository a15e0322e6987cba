import { assignments } from '@dangxiao/contracts';
import { Clock } from '../../config/clock.ts';
import { UnitOfWork } from '../../database/unit-of-work.ts';
import { ApiError } from '../../http/api-error.ts';
import type { CallOf, Handler } from '../../http/call.ts';
import { Handles } from '../../http/handles.ts';
import { assignmentDetail } from './assignments.queries.ts';
import { audienceSql } from './audience.sql.ts';
import { audienceOf } from './audiences.queries.ts';
import { checkRules } from './checks.ts';
import { peoplePage } from './people-page.ts';

const SHOWN = 10;
const open = `select * from assignment_target where assignment_id = $1 and released_at is null`;

/** Who would join and who would be released under other rules. */
@Handles(assignments.previewChange)
export class PreviewChange implements Handler<typeof assignments.previewChange> {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  run({ scope, params: { assignmentId }, body: { rules } }: CallOf<typeof assignments.previewChange>) {
    return this.uow.run(async (tx) => {
      const before = await assignmentDetail(tx, scope, assignmentId, this.clock.now());
      if (before.state === 'withdrawn') throw new ApiError('assignment_withdrawn');
      await checkRules(tx, scope, rules, before.rules);
      const audience = await audienceOf(tx, before.organizationId, rules);
      const params: unknown[] = [assignmentId, JSON.stringify(rules)];
      const wanted = audienceSql(audience, 'true', params);
      const figures = await tx.one<{ count: number; join: number; leave: number; started: number }>(
        `select count(w.person_id)::int as count, count(*) filter (where t.person_id is null)::int as join,
           count(*) filter (where w.person_id is null)::int as leave,
           count(t.started_at) filter (where w.person_id is null and t.finished_at is null)::int as started
         from (${wanted}) w full join (${open}) t on t.person_id = w.person_id where $2::jsonb is not null`,
        params,
      );
      const both = `with w as materialized (${wanted}), t as materialized (${open})`;
      const joining = `${both} select w.*, $2::jsonb as rules from w left join t on t.person_id = w.person_id
        where t.person_id is null`;
      const leaving = `${both} select t.person_id, t.organization_id, p.name, t.reasons, h.content -> 'rules' as rules
        from t left join w on w.person_id = t.person_id join person p on p.id = t.person_id
        join assignment_version h on h.assignment_id = t.assignment_id and h.number = t.version
        where w.person_id is null and $2::jsonb is not null`;
      const { count, join, leave, started } = figures ?? { count: 0, join: 0, leave: 0, started: 0 };
      return {
        count,
        join: { count: join, people: await peoplePage(tx, joining, params, { limit: SHOWN }) },
        leave: { count: leave, people: await peoplePage(tx, leaving, params, { limit: SHOWN }), started },
      };
    });
  }
}
