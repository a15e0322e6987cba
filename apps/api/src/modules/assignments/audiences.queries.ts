import type { AudienceRules, PlainRule, SavedAudience } from '@dangxiao/domain';
import type { Sql } from '../../database/sql.ts';
import type { Audience } from './audience.sql.ts';
import type { LiveAssignment } from './decide-targets.ts';

interface Row {
  id: string;
  version: number;
  organizationId: string;
  rules: AudienceRules;
}

/** The rules with the saved audiences that they name, as they stand; these stay so until the end of the transaction. */
export async function audienceOf(tx: Sql, organizationId: string, rules: AudienceRules): Promise<Audience> {
  const ids = [...rules.include, ...rules.exclude].flatMap((rule) => (rule.by === 'saved' ? [rule.audienceId] : []));
  const saved = new Map<string, SavedAudience>();
  if (ids.length > 0) {
    const rows = await tx.query<{ id: string; organizationId: string; rules: AudienceRules<PlainRule> }>(
      `select id, organization_id as "organizationId", rules from saved_audience where id = any($1::uuid[]) order by id for share`,
      [ids],
    );
    for (const row of rows) saved.set(row.id, row);
  }
  return { organizationId, rules, saved };
}

/** Live assignments in force; a change of their rules waits until the end of the transaction. */
export async function liveAssignments(tx: Sql): Promise<LiveAssignment[]> {
  const rows = await tx.query<Row>(
    `select id, version, organization_id as "organizationId", rules from assignment
     where state in ('publishing', 'published') and mode = 'live' order by id for share`,
  );
  const live: LiveAssignment[] = [];
  for (const row of rows) {
    live.push({ id: row.id, version: row.version, audience: await audienceOf(tx, row.organizationId, row.rules) });
  }
  return live;
}
