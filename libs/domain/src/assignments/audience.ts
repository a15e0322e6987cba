import type { PersonKind, Position } from '../credits/requirements.ts';

/** People by where and what they are. Every condition that is given must hold; an empty list is no condition. */
export interface FilterRule {
  by: 'filter';
  /** `subtree`: with everything below the organization. */
  organizations: { organizationId: string; subtree: boolean }[];
  kinds: PersonKind[];
  positions: Position[];
}
/** Named people. */
export interface PeopleRule {
  by: 'people';
  personIds: string[];
}
/** An uploaded list. */
export interface ListRule {
  by: 'list';
  listId: string;
}
/** A saved audience, as its rules stand at the time. Saved audiences do not name others. */
export interface SavedRule {
  by: 'saved';
  audienceId: string;
}
export type PlainRule = FilterRule | PeopleRule | ListRule;
export type AudienceRule = PlainRule | SavedRule;

/** Who: whom some rule includes and none excludes. */
export interface AudienceRules<Rule extends AudienceRule = AudienceRule> {
  include: Rule[];
  exclude: Rule[];
  /** Leaves out people who are exempt from hard requirements (aged, ill, disabled). */
  excludeExempt: boolean;
}

/** What rules may ask of a person. */
export interface AudiencePerson {
  id: string;
  organizationId: string;
  /** The own organization and every one above it. */
  organizationIds: readonly string[];
  kind: PersonKind;
  position: Position;
  exempt: boolean;
  /** Left the school; never assigned anything. */
  deactivated: boolean;
  listIds: readonly string[];
}

export interface SavedAudience {
  rules: AudienceRules<PlainRule>;
  /** People outside the subtree of its own organization are not of it. */
  organizationId: string;
}

/**
 * Why a person is of the audience: places in `rules.include` of every rule that matches; empty for who is not of it. People outside the
 * subtree of the assigning organization are never of it.
 * @param owner the assigning organization
 * @param saved the saved audiences by id; one that is missing matches nobody
 */
export function audienceReasons(
  rules: AudienceRules,
  owner: string,
  person: AudiencePerson,
  saved: ReadonlyMap<string, SavedAudience>,
): number[] {
  if (person.deactivated || !person.organizationIds.includes(owner)) return [];
  if (rules.excludeExempt && person.exempt) return [];
  const holds = (rule: AudienceRule) => matches(rule, person, saved);
  if (rules.exclude.some(holds)) return [];
  return rules.include.flatMap((rule, index) => (holds(rule) ? [index] : []));
}

function matches(rule: AudienceRule, person: AudiencePerson, saved: ReadonlyMap<string, SavedAudience>): boolean {
  switch (rule.by) {
    case 'filter':
      return (
        (rule.organizations.length === 0 || rule.organizations.some((node) => within(node, person))) &&
        (rule.kinds.length === 0 || rule.kinds.includes(person.kind)) &&
        (rule.positions.length === 0 || rule.positions.includes(person.position))
      );
    case 'people':
      return rule.personIds.includes(person.id);
    case 'list':
      return person.listIds.includes(rule.listId);
    case 'saved': {
      const audience = saved.get(rule.audienceId);
      return !!audience && audienceReasons(audience.rules, audience.organizationId, person, new Map()).length > 0;
    }
  }
}

function within({ organizationId, subtree }: FilterRule['organizations'][number], person: AudiencePerson): boolean {
  return subtree ? person.organizationIds.includes(organizationId) : person.organizationId === organizationId;
}
