/**
 * The closed list of error codes and their HTTP status. Both web apps word every code in both languages; a code that is missing there
 * does not compile.
 */
export const errorStatus = {
  // every endpoint
  validation_failed: 422,
  malformed_request: 400,
  body_too_large: 413,
  unsupported_media_type: 415,
  not_signed_in: 401,
  not_allowed: 403,
  origin_refused: 403,
  consent_required: 403,
  second_factor_required: 403,
  see_as_read_only: 403,
  not_found: 404,
  stale_revision: 409,
  too_many_requests: 429,
  overloaded: 503,
  internal_error: 500,
  // accounts
  wrong_credentials: 401,
  sign_in_throttled: 429,
  address_throttled: 429,
  account_disabled: 403,
  activation_code_invalid: 404,
  login_taken: 409,
  password_too_weak: 422,
  wrong_current_password: 422,
  already_active: 409,
  grant_exceeds_own: 403,
  grant_to_oneself: 403,
  grant_has_dependents: 409,
  delegation_too_deep: 409,
  duties_conflict: 409,
  duties_incomplete: 409,
  second_factor_wrong: 422,
  second_factor_not_set: 409,
  second_factor_not_asked: 409,
  second_factor_policy: 409,
  see_as_ended: 409,
  no_person: 403,
  // people
  organization_not_found: 404,
  organization_code_taken: 409,
  organization_kind_not_allowed: 422,
  organization_not_empty: 409,
  organization_closed: 409,
  organization_move_refused: 422,
  employer_not_found: 404,
  employer_code_taken: 409,
  employer_used_elsewhere: 409,
  employer_in_use: 409,
  employer_below_itself: 422,
  person_deactivated: 409,
  person_not_deactivated: 409,
  membership_not_found: 404,
  transfer_not_found: 404,
  transfer_open: 409,
  transfer_decided: 409,
  transfer_same_organization: 422,
  term_not_found: 404,
  exemption_not_found: 404,
  merge_not_found: 404,
  person_not_found: 404,
  person_duplicate: 409,
  phone_taken: 409,
  identity_number_invalid: 422,
  import_not_found: 404,
  import_wrong_state: 409,
  import_has_problems: 409,
  import_too_old: 409,
  import_no_codes: 409,
  import_too_big: 422,
  // catalog
  course_not_found: 404,
  course_not_publishable: 409,
  course_archived: 409,
  unit_not_found: 404,
  lesson_not_found: 404,
  outline_mismatch: 409,
  // media
  upload_not_found: 404,
  upload_incomplete: 409,
  upload_not_video: 422,
  upload_wrong_type: 422,
  media_not_found: 404,
  media_not_ready: 409,
  media_not_failed: 409,
  media_in_use: 409,
  subtitle_invalid: 422,
  file_not_found: 404,
  // learning
  lecture_elsewhere: 409,
  lease_not_found: 404,
  lease_ended: 409,
  heartbeat_out_of_order: 409,
  // questions and exams
  question_not_found: 404,
  question_invalid: 422,
  exam_not_found: 404,
  exam_too_few_questions: 409,
  exam_locked: 409,
  exam_no_tries_left: 409,
  exam_already_passed: 409,
  attempt_not_found: 404,
  attempt_closed: 409,
  writer_superseded: 409,
  result_not_ready: 409,
  // assignments
  assignment_not_found: 404,
  assignment_withdrawn: 409,
  assignment_not_draft: 409,
  assignment_not_published: 409,
  assignment_not_open: 409,
  assignment_empty: 422,
  assignment_content_not_found: 404,
  programme_not_found: 404,
  audience_not_found: 404,
  calendar_not_found: 404,
  // reports
  ranking_off: 409,
  // notices
  notice_not_found: 404,
  mail_not_configured: 409,
  email_confirmation_invalid: 410,
  // exports
  export_not_found: 404,
  export_not_ready: 409,
  export_dropped: 410,
  export_too_large: 422,
  exports_under_way: 409,
  // credits
  entry_not_found: 404,
  entry_already_reversed: 409,
  entry_not_reversible: 409,
  policy_date_taken: 409,
  appeal_exists: 409,
  appeal_not_found: 404,
  appeal_decided: 409,
} as const satisfies Record<string, number>;

export type ErrorCode = keyof typeof errorStatus;

/** Codes that any endpoint may answer. */
export const commonErrors = [
  'validation_failed',
  'malformed_request',
  'body_too_large',
  'unsupported_media_type',
  'not_signed_in',
  'not_allowed',
  'origin_refused',
  'consent_required',
  'second_factor_required',
  'see_as_read_only',
  'not_found',
  'too_many_requests',
  'overloaded',
  'internal_error',
] as const satisfies readonly ErrorCode[];

/** What is wrong with one field: the path into the request, a code the web apps word, and its parameters. */
export interface FieldError {
  path: string;
  code: string;
  params: Record<string, string | number>;
}

/** The body of every error answer. */
export interface ErrorBody {
  error: {
    code: ErrorCode;
    /** Parameters of the wording, e.g. `{ triesLeft: 3 }`. */
    params: Record<string, unknown>;
    fields?: FieldError[];
    requestId: string;
  };
}
