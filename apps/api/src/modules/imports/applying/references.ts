import type { Sql } from '../../../database/sql.ts';

/** A column that refers to a person or an organization. */
interface Reference {
  table: string;
  column: string;
}

/** Every column that refers to the table, as the database itself knows it: what a later version adds is not forgotten. */
function referencesTo(sql: Sql, table: 'person' | 'organization'): Promise<Reference[]> {
  return sql.query(
    `select c.conrelid::regclass::text as table, a.attname as column
     from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
     where c.contype = 'f' and c.confrelid = $1::regclass order by 1, 2`,
    [table],
  );
}

export interface Blocker {
  what: string;
  count: number;
  name: string;
}

/** Rows that came with the person or organization, or that the product derived, by what of them does not count: they go with it. */
const OWN: Readonly<Record<string, string>> = {
  'membership.person_id': 'true',
  'exemption.person_id': 'true',
  'assignment_target.person_id': 't.started_at is null and t.finished_at is null',
  'activation_code.person_id': 't.used_at is null',
  'organization_version.organization_id': 'true',
  'organization_version.parent_id': `t.organization_id in (select id from made)
    or t.recorded_at = (select committed_at from import_batch where id = $1)`,
  'organization.parent_id': 't.id in (select object_id from import_row where batch_id = $1)',
};

const made = `made as (select object_id as id, name from import_row where batch_id = $1 and not skipped and action = 'create')`;

/** What refers to the people or organizations that the batch made, beyond what came with them. */
export async function findReferences(sql: Sql, batchId: string, table: 'person' | 'organization'): Promise<Blocker[]> {
  const blockers: Blocker[] = [];
  for (const { table: what, column } of await referencesTo(sql, table)) {
    const own = OWN[`${what}.${column}`];
    const row = await sql.one<{ count: number; name: string }>(
      `with ${made} select count(distinct made.id)::int as count, min(made.name) as name
       from made join ${what} t on t.${column} = made.id ${own ? `where not (${own})` : ''}`,
      [batchId],
    );
    if (row && row.count > 0) blockers.push({ what, ...row });
  }
  return blockers;
}
