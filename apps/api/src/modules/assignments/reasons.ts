import type { AssignmentReason } from '@dangxiao/contracts';
import type { AudienceRules } from '@dangxiao/domain';
import type { Sql } from '../../database/sql.ts';

export type Names = Record<string, string>;

/** Ids that rules refer to, by what they are. */
export function idsIn(rules: AudienceRules) {
  const all = [...rules.include, ...rules.exclude];
  return {
    organizations: all.flatMap((rule) => (rule.by === 'filter' ? rule.organizations.map((o) => o.organizationId) : [])),
    people: all.flatMap((rule) => (rule.by === 'people' ? rule.personIds : [])),
    lists: all.flatMap((rule) => (rule.by === 'list' ? [rule.listId] : [])),
    saved: all.flatMap((rule) => (rule.by === 'saved' ? [rule.audienceId] : [])),
  };
}

/** What everything that the rules refer to is called. */
export async function namesIn(db: Sql, every: readonly AudienceRules[]): Promise<Names> {
  const ids = every.map(idsIn);
  const of = (kind: keyof ReturnType<typeof idsIn>) => ids.flatMap((one) => one[kind]);
  const rows = await db.query<{ id: string; name: string }>(
    `select id, name from organization where id = any($1::uuid[]) union all select id, name from person where id = any($2::uuid[])
     union all select id, title from audience_list where id = any($3::uuid[])
     union all select id, title from saved_audience where id = any($4::uuid[])`,
    [of('organizations'), of('people'), of('lists'), of('saved')],
  );
  return Object.fromEntries(rows.map((row) => [row.id, row.name]));
}

/** The matching rules in words' parts; of several organizations in a rule the one that the person is in. */
export function reasonsOf(
  rules: AudienceRules,
  places: readonly number[],
  path: string,
  names: Names,
): AssignmentReason[] {
  const labels = new Set(path.split('.'));
  return places.flatMap((place): AssignmentReason[] => {
    const rule = rules.include[place];
    if (!rule) return [];
    const plain = { by: rule.by, name: null, kinds: [], positions: [] };
    if (rule.by === 'people') return [plain];
    if (rule.by === 'list') return [{ ...plain, name: names[rule.listId] ?? null }];
    if (rule.by === 'saved') return [{ ...plain, name: names[rule.audienceId] ?? null }];
    const node = rule.organizations.find((one) => labels.has(one.organizationId.replaceAll('-', '')));
    const name = node ? (names[node.organizationId] ?? null) : null;
    return [{ ...plain, name, kinds: rule.kinds, positions: rule.positions }];
  });
}
