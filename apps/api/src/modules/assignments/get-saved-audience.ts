import { assignments, type ResponseOf } from '@dangxiao/contracts';
import type { AudienceRules } from '@dangxiao/domain';
import { UnitOfWork } from '../../database/unit-of-work.ts';
import { ApiError } from '../../http/api-error.ts';
import type { CallOf, Handler } from '../../http/call.ts';
import { Handles } from '../../http/handles.ts';
import { audienceSql } from './audience.sql.ts';
import { ownedColumns } from './owned-lists.ts';
import { peoplePage } from './people-page.ts';
import { namesIn } from './reasons.ts';
import { namesAudience, usedBy } from './saved-audiences.queries.ts';

type Answer = ResponseOf<typeof assignments.getSavedAudience>;
type Row = Omit<Answer, 'names' | 'count' | 'people'>;

const SHOWN = 10;

/** One saved audience with the people of today and its users. */
@Handles(assignments.getSavedAudience)
export class GetSavedAudience implements Handler<typeof assignments.getSavedAudience> {
  constructor(private readonly uow: UnitOfWork) {}

  run({ scope, params: { audienceId } }: CallOf<typeof assignments.getSavedAudience>) {
    return this.uow.run(async (tx) => {
      const values: unknown[] = [audienceId];
      const inside = scope.sql('o.path', values);
      const row = await tx.one<Row>(
        `select ${ownedColumns}, x.rules, ${usedBy} as "usedBy", coalesce((
           select json_agg(json_build_object('id', a.id, 'title', a.title, 'state', a.state) order by a.updated_at desc)
           from assignment a where a.state <> 'withdrawn' and ${namesAudience}), '[]') as assignments
         from saved_audience x join organization o on o.id = x.organization_id where x.id = $1 and ${inside}`,
        values,
      );
      if (!row) throw new ApiError('audience_not_found');
      const rules: AudienceRules = row.rules;
      const params: unknown[] = [JSON.stringify(rules)];
      const audience = { organizationId: row.organizationId, rules, saved: new Map() };
      const people = `select w.*, $1::jsonb as rules from (${audienceSql(audience, 'true', params)}) w`;
      const found = await tx.one<{ count: number }>(`select count(*)::int as count from (${people}) w`, params);
      return {
        ...row,
        names: await namesIn(tx, [rules]),
        count: found?.count ?? 0,
        people: await peoplePage(tx, people, params, { limit: SHOWN }),
      };
    });
  }
}
