import type { AudienceRules } from '@dangxiao/domain';
import type { Sql } from '../../database/sql.ts';
import { BY_NAME } from '../people/index.ts';
import { namesIn, reasonsOf } from './reasons.ts';

interface Row {
  personId: string;
  name: string;
  organizationName: string;
  path: string;
  places: number[];
  rules: AudienceRules;
}

interface Paging {
  limit: number;
  /** Name and id of the last person of the page before. */
  after?: [string, string] | null;
}

/**
 * People by name with the reasons why.
 * @param people SQL of a select of `person_id`, `organization_id`, `name`, `reasons` and `rules` (which the reasons are places of)
 */
export async function peoplePage(db: Sql, people: string, params: readonly unknown[], { limit, after }: Paging) {
  const more = [...params, limit, after?.[0] ?? null, after?.[1] ?? null];
  const [count, name, id] = [more.length - 2, more.length - 1, more.length];
  const rows = await db.query<Row>(
    `select w.person_id as "personId", w.name, o.name as "organizationName", o.path::text as path, w.reasons as places, w.rules
     from (${people}) w join organization o on o.id = w.organization_id
     where $${name}::text is null or (w.name ${BY_NAME}, w.person_id) > ($${name}::text ${BY_NAME}, $${id}::uuid)
     order by w.name ${BY_NAME}, w.person_id limit $${count}::int`,
    more,
  );
  const every = rows.map((row) => row.rules);
  const names = rows.length > 0 ? await namesIn(db, every) : {};
  return rows.map(({ personId, name: called, organizationName, path, places, rules }) => ({
    personId,
    name: called,
    organizationName,
    reasons: reasonsOf(rules, places, path, names),
  }));
}
