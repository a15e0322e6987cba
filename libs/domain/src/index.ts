export * from './assignments/assignment-state.ts';
export * from './assignments/audience.ts';
export * from './learning/heartbeat-evidence.ts';
export * from './shared/calendar.ts';
export * from './shared/canonical-json.ts';
export * from './credits/credits.ts';
export * from './accounts/delegation.ts';
export * from './credits/hours.ts';
export * from './people/identifiers.ts';
export * from './imports/import-cells.ts';
export * from './imports/import-columns.ts';
export * from './imports/import-organizations.ts';
export * from './learning/intervals.ts';
export {
  HEARTBEAT_INTERVAL_MS,
  endLease,
  LEASE_GRACE_MS,
  MAX_ACCRUAL_GAP_MS,
  startLease,
  unspentMs,
} from './learning/lease.ts';
export type { Lease } from './learning/lease.ts';
export * from './credits/ledger-chain.ts';
export * from './credits/ledger.ts';
export * from './exams/marking.ts';
export * from './learning/multirange.ts';
export * from './people/organization-settings.ts';
export * from './accounts/one-time-codes.ts';
export * from './notices/notice-texts.ts';
export * from './notices/notices.ts';
export * from './people/organizations.ts';
export * from './exams/papers.ts';
export * from './accounts/passwords.ts';
export * from './accounts/permissions.ts';
export * from './shared/random.ts';
export * from './notices/reminders.ts';
export * from './credits/requirements.ts';
export * from './exams/saves.ts';
export * from './notices/supervision.ts';
export * from './accounts/throttling.ts';
export * from './learning/watching.ts';
export * from './credits/yunnan-2024.ts';
