import type { ConversionPolicy, Counter } from './credits.ts';
import { compareHours, subtractHours } from './hours.ts';
import type { Hours } from './hours.ts';

/** Membership kinds: 入党积极分子, 发展对象, 预备党员, 正式党员, and learners who are none of them. */
export const PERSON_KINDS = [
  'applicant_activist',
  'development_candidate',
  'probationary_member',
  'full_member',
  'non_member',
] as const;
export type PersonKind = (typeof PERSON_KINDS)[number];

/** Positions that change a requirement: 党支部书记 and 支部委员. */
export const POSITIONS = ['branch_secretary', 'branch_committee_member'] as const;
export type Position = (typeof POSITIONS)[number];

/** Hours that some people owe in one counter. Several requirements run in parallel for one person. */
export type Requirement = {
  readonly key: string;
  readonly counter: Counter;
  readonly hours: Hours;
  /** 'year': in each calendar year of the school's zone. 'before_admission': once, over all years. */
  readonly period: 'year' | 'before_admission';
  readonly personKinds: readonly PersonKind[];
  /** Only people in one of these positions; null: whatever the position. */
  readonly positions: readonly Position[] | null;
  /** Keys of requirements that this one replaces for the people it applies to. */
  readonly replaces: readonly string[];
  /** Message code of its name, worded in the reader's language. */
  readonly label: string;
};

export type PersonStanding = {
  readonly kind: PersonKind;
  readonly position: Position | null;
  /** Aged, ill or disabled members are exempt from hard requirements. */
  readonly exempt: boolean;
};

export type RequirementStatus = {
  readonly required: Hours;
  readonly earned: Hours;
  /** Never negative: a surplus is "0.00" missing. */
  readonly missing: Hours;
  readonly done: boolean;
};

/** The requirements that apply to a person, in the policy's order. Empty for an exempt person: nothing is *owed*. */
export function requirementsFor(policy: Pick<ConversionPolicy, 'requirements'>, person: PersonStanding): Requirement[] {
  if (person.exempt) return [];
  const applying = policy.requirements.filter(
    ({ personKinds, positions }) =>
      personKinds.includes(person.kind) &&
      (positions === null || (person.position !== null && positions.includes(person.position))),
  );
  const replaced = new Set(applying.flatMap((requirement) => requirement.replaces));
  return applying.filter(({ key }) => !replaced.has(key));
}

/** How far a balance (of the requirement's counter and period) goes toward the requirement. */
export function requirementStatus(requirement: Pick<Requirement, 'hours'>, balance: Hours): RequirementStatus {
  const done = compareHours(balance, requirement.hours) >= 0;
  return {
    required: requirement.hours,
    earned: balance,
    missing: done ? '0.00' : subtractHours(requirement.hours, balance),
    done,
  };
}
