import { compareHours, subtractHours } from './hours.ts';
import type { Counter, Hours } from './hours.ts';

/** Membership kinds: 入党积极分子, 发展对象, 预备党员, 正式党员, and learners who are none of them. */
export const PERSON_KINDS = [
  'applicant_activist',
  'development_candidate',
  'probationary_member',
  'full_member',
  'non_member',
] as const;
export type PersonKind = (typeof PERSON_KINDS)[number];

/** Positions that a requirement may name: 党支部书记, 支委会成员, 党务工作者, cadre at section level. */
export const POSITIONS = [
  'none',
  'branch_secretary',
  'branch_committee_member',
  'party_affairs_worker',
  'section_cadre',
] as const;
export type Position = (typeof POSITIONS)[number];

/** Hours that some people owe each year in one counter. Requirements of different counters run in parallel for one person. */
export type Requirement = {
  readonly key: string;
  readonly counter: Counter;
  readonly hours: Hours;
  readonly kinds: readonly PersonKind[];
  /** Only people in one of these positions; empty: whatever the position. */
  readonly positions: readonly Position[];
  /** Code of the place where the rule stands, worded in the reader's language. */
  readonly source: string;
};

export type PersonStanding = {
  readonly kind: PersonKind;
  readonly position: Position;
  /** Aged, ill or disabled members are exempt from hard requirements. */
  readonly exempt: boolean;
};

export type RequirementStatus = {
  readonly required: Hours;
  readonly earned: Hours;
  /** Never negative: with a surplus "0.00" is missing. */
  readonly missing: Hours;
  readonly done: boolean;
};

/**
 * The requirements that apply to a person, in the policy's order. In one counter those that name the person's position take the place
 * of those for everybody: a branch secretary owes 56 hours, not 32 and 56. Empty for an exempt person: nothing is *owed*.
 */
export function requirementsFor(
  policy: { readonly requirements: readonly Requirement[] },
  person: PersonStanding,
): Requirement[] {
  if (person.exempt) return [];
  const applying = policy.requirements.filter(
    ({ kinds, positions }) =>
      kinds.includes(person.kind) && (positions.length === 0 || positions.includes(person.position)),
  );
  const special = new Set(applying.filter(({ positions }) => positions.length > 0).map(({ counter }) => counter));
  return applying.filter(({ counter, positions }) => positions.length > 0 || !special.has(counter));
}

/** How far a balance (of the requirement's counter and year) goes toward the requirement. */
export function requirementStatus(requirement: Pick<Requirement, 'hours'>, balance: Hours): RequirementStatus {
  const done = compareHours(balance, requirement.hours) >= 0;
  return {
    required: requirement.hours,
    earned: balance,
    missing: done ? '0.00' : subtractHours(requirement.hours, balance),
    done,
  };
}
