import { assignments } from '@dangxiao/contracts';
import { UnitOfWork } from '../../database/unit-of-work.ts';
import type { CallOf, Handler } from '../../http/call.ts';
import { Handles } from '../../http/handles.ts';
import { BY_NAME, organizationInScope } from '../people/index.ts';
import { audienceSql } from './audience.sql.ts';
import { audienceOf } from './audiences.queries.ts';
import { checkRules } from './checks.ts';
import { namesIn, reasonsOf } from './reasons.ts';

interface Row {
  personId: string;
  name: string;
  organizationName: string;
  path: string;
  places: number[];
  count: number;
}

/** How many people the rules reach now and the first ten by name, each with the reasons. */
@Handles(assignments.previewAudience)
export class PreviewAudience implements Handler<typeof assignments.previewAudience> {
  constructor(private readonly uow: UnitOfWork) {}

  run({ actor, body: { organizationId, rules } }: CallOf<typeof assignments.previewAudience>) {
    return this.uow.run(async (tx) => {
      await organizationInScope(tx, actor, 'assignments.write', organizationId);
      await checkRules(tx, actor, rules);
      const params: unknown[] = [];
      const wanted = audienceSql(await audienceOf(tx, organizationId, rules), 'true', params);
      const rows = await tx.query<Row>(
        `select w.person_id as "personId", w.name, o.name as "organizationName", o.path::text as path, w.reasons as places, w.count
         from (select *, count(*) over ()::int as count from (${wanted}) w order by name ${BY_NAME}, person_id limit 10) w
         join organization o on o.id = w.organization_id order by w.name ${BY_NAME}, w.person_id`,
        params,
      );
      const names = await namesIn(tx, [rules]);
      const people = rows.map(({ personId, name, organizationName, path, places }) => ({
        personId,
        name,
        organizationName,
        reasons: reasonsOf(rules, places, path, names),
      }));
      return { count: rows[0]?.count ?? 0, people };
    });
  }
}
