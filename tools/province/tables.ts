/** The tables that are written in bulk, with the columns in the order of their rows; what is left out has the column's default. */
export const tables = {
  person: `id, name, initials, phone_cipher, phone_hash, phone_last4, identity_cipher, identity_hash, identity_last4, exempt, exempt_reason,
    current_organization_id, current_kind, current_position, host_organization_id, revision, created_at`,
  membership: 'id, person_id, organization_id, kind, position, valid_from, valid_to, recorded_at, superseded_at',
  exemption: 'person_id, kind, reason, valid_from, recorded_at',
  floating_term: 'person_id, host_organization_id, reason, valid_from, recorded_at',
  leader_term: 'organization_id, person_id, position, valid_from, recorded_at',
  transfer: `id, person_id, from_organization_id, to_organization_id, state, reason, requested_by, requested_at, decided_by, decided_at,
    effective_on`,
  account: 'id, person_id, login, consent_version, consented_at, created_at',
  external_identity: 'id, account_id, provider, subject, created_at',
  credit_entry: `id, person_id, seq, counter, hours, effective_at, year, organization_id, source_kind, source_id, part, policy_version,
    reverses_id, evidence, recorded_by, recorded_at, previous_hash, hash`,
  credit_claim: 'person_id, counter, source_kind, source_id, part, entry_id',
  credit_note: 'entry_id, title, reason',
  credit_chain: 'person_id, seq, hash',
  credit_balance: 'person_id, year, counter, hours',
  playback_lease: `id, person_id, lesson_id, lesson_version_id, course_id, duration_ms, policy_version, completion_percent, max_rate, started_at,
    last_heartbeat_at, playing, accrued_ms, gap_ms, played_ms, wall_played_ms, seq, ended_at`,
  lesson_progress: `person_id, lesson_id, course_id, lesson_version_id, coverage, frontier_ms, position_ms, first_heartbeat_at, updated_at,
    completed_at`,
  watch_heartbeat: 'person_id, lease_id, seq, at, event, accepted, played_ms, refused',
  attempt: `id, person_id, exam_id, exam_version_id, course_id, number, state, seed, epoch, started_at, deadline, finished_at, correct, total,
    score_percent, passed`,
  attempt_slot: 'attempt_id, slot, question_version_id, option_order',
  answer: 'attempt_id, slot, epoch, seq, choice, saved_at',
  audit_event: `id, at, actor_account_id, actor_name, action, object_type, object_id, object_name, organization_id, address, user_agent,
    after`,
} as const;

export type Table = keyof typeof tables;
export const tableNames = Object.keys(tables) as Table[];

/** Hold rows already when the bulk comes: what the product itself wrote before. */
export const begun: ReadonlySet<Table> = new Set<Table>(['account', 'audit_event']);
