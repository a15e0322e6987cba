import type { ErrorCode } from '@dangxiao/contracts';
import type { PasswordProblem, RoleName } from '@dangxiao/domain';
import type { ClientErrorCode } from '../api/failure.ts';

export type Language = 'zh-CN' | 'en';
export const languages: readonly Language[] = ['zh-CN', 'en'];

type Texts<Key extends string> = Record<Key, string>;
/** English needs the singular of some counted texts: i18next finds them by this ending. */
type Singulars<Key extends string> = Partial<Record<`${Key}_one`, string>>;

type FieldCode =
  | 'required'
  | 'too_short'
  | 'too_long'
  | 'too_few'
  | 'too_many'
  | 'too_small'
  | 'too_big'
  | 'invalid_format'
  | 'invalid_type'
  | 'invalid_value'
  | 'unrecognized_key'
  | 'passwords_differ'
  | 'elsewhere'
  // rules of questions
  | 'duplicate'
  | 'too_few_options'
  | 'keys_in_order'
  | 'not_an_option'
  | 'exactly_one'
  | 'at_least_two'
  | 'not_expected'
  | 'one_of_true_false';

/** Every text of the kit in one language; a missing error code does not compile. */
export interface KitTexts {
  errors: Texts<ErrorCode | ClientErrorCode> & Singulars<ErrorCode | ClientErrorCode>;
  /** Wordings of errors that came with a number: tries left, time to wait. */
  detailed: Texts<
    'wrong_credentials' | 'sign_in_throttled' | 'address_throttled' | 'wrong_current_password' | 'second_factor_wrong'
  > &
    Singulars<'wrong_credentials' | 'wrong_current_password' | 'second_factor_wrong'>;
  password: Texts<PasswordProblem>;
  fields: Texts<FieldCode> & Singulars<FieldCode>;
  refused: Texts<'budget' | 'gap' | 'ahead' | 'impossible' | 'late'>;
  counter: Texts<'centralised' | 'online'>;
  /** Requirements and their sources that a new school starts with; others are shown by their counter. */
  requirement: Texts<'member_centralised' | 'branch_leader_centralised' | 'candidate_centralised' | 'member_online'>;
  requirementSource: Texts<
    'member_education_regulation_20' | 'national_training_plan' | 'member_development_rules' | 'yunnan_academy_2024'
  >;
  personKind: Texts<
    'applicant_activist' | 'development_candidate' | 'probationary_member' | 'full_member' | 'non_member'
  >;
  position: Texts<'none' | 'branch_secretary' | 'branch_committee_member' | 'party_affairs_worker' | 'section_cadre'>;
  organizationKind: Texts<'committee' | 'general_branch' | 'branch' | 'party_group'>;
  role: Texts<RoleName>;
  time: Texts<
    'today' | 'tomorrow' | 'yesterday' | 'due' | 'minutes' | 'seconds' | 'hoursMinutes' | 'wholeHours' | 'creditHours'
  > &
    Singulars<'minutes' | 'seconds' | 'wholeHours' | 'creditHours'>;
}
