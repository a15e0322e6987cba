import type { AudienceRule, AudienceRules, PlainRule, SavedAudience } from '@dangxiao/domain';

/** Who assigns, to whom, and what the rules refer to. */
export interface Audience {
  organizationId: string;
  rules: AudienceRules;
  saved: ReadonlyMap<string, SavedAudience>;
}

const everybody = 'person p join organization o on o.id = p.current_organization_id';

/**
 * The domain's `audienceReasons` for many people at once: a select of `person_id`, `organization_id` and `reasons` (places in
 * `rules.include`). Appends to `params`.
 * @param restriction SQL of a condition on `p` (person), e.g. the people of a batch
 * @param people SQL of what is gone through: `p` (person) with `o` (its organization)
 */
export function audienceSql(audience: Audience, restriction: string, params: unknown[], people = everybody): string {
  const { organizationId, rules, saved } = audience;
  const matched = rules.include.map((rule, index) => `case when ${condition(rule, saved, params)} then ${index} end`);
  return `select * from (
    select p.id as person_id, p.current_organization_id as organization_id, p.name,
      array_remove(array[${matched.join(', ')}]::int[], null) as reasons
    from ${people}
    where ${restriction} and ${admitted(organizationId, rules, saved, params)}) audience where reasons <> '{}'`;
}

function admitted(
  organizationId: string,
  rules: AudienceRules,
  saved: ReadonlyMap<string, SavedAudience>,
  params: unknown[],
): string {
  const owner = params.push(organizationId);
  const excluded = rules.exclude.map((rule) => ` and not (${condition(rule, saved, params)})`).join('');
  return `p.deactivated_at is null and o.path <@ (select path from organization where id = $${owner}::uuid)
    ${rules.excludeExempt ? 'and not p.exempt' : ''}${excluded}`;
}

function condition(rule: AudienceRule, saved: ReadonlyMap<string, SavedAudience>, params: unknown[]): string {
  if (rule.by !== 'saved') return plain(rule, params);
  const audience = saved.get(rule.audienceId);
  if (!audience || audience.rules.include.length === 0) return 'false';
  const included = audience.rules.include.map((one) => plain(one, params)).join(' or ');
  return `(${admitted(audience.organizationId, audience.rules, new Map(), params)} and (${included}))`;
}

function plain(rule: PlainRule, params: unknown[]): string {
  if (rule.by === 'people') return `p.id = any($${params.push(rule.personIds)}::uuid[])`;
  if (rule.by === 'list')
    return `exists (select from audience_list_person l where l.list_id = $${params.push(rule.listId)}::uuid and l.person_id = p.id)`;
  const wanted: string[] = [];
  if (rule.organizations.length > 0) {
    const of = (subtree: boolean) =>
      params.push(rule.organizations.filter((node) => node.subtree === subtree).map((node) => node.organizationId));
    wanted.push(`(p.current_organization_id = any($${of(false)}::uuid[])
      or o.path <@ any(array(select path from organization where id = any($${of(true)}::uuid[]))))`);
  }
  if (rule.kinds.length > 0) wanted.push(`p.current_kind = any($${params.push(rule.kinds)}::text[])`);
  if (rule.positions.length > 0) wanted.push(`p.current_position = any($${params.push(rule.positions)}::text[])`);
  return wanted.length > 0 ? `(${wanted.join(' and ')})` : 'true';
}
