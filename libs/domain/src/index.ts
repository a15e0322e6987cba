export * from './assignment-state.ts';
export * from './audience.ts';
export * from './calendar.ts';
export * from './canonical-json.ts';
export * from './credits.ts';
export * from './delegation.ts';
export * from './hours.ts';
export * from './identifiers.ts';
export * from './intervals.ts';
export { BEAT_INTERVAL_MS, endLease, LEASE_GRACE_MS, MAX_ACCRUAL_GAP_MS, startLease, unspentMs } from './lease.ts';
export type { Lease } from './lease.ts';
export * from './ledger-chain.ts';
export * from './ledger.ts';
export * from './marking.ts';
export * from './multirange.ts';
<<<<<<< HEAD
export * from './organization-settings.ts';
=======
export * from './one-time-codes.ts';
>>>>>>> 0e1a48f (feat(accounts): levels of delegation, separated duties, second factors, and seeing the portal as somebody else)
export * from './organizations.ts';
export * from './papers.ts';
export * from './passwords.ts';
export * from './permissions.ts';
export * from './random.ts';
export * from './requirements.ts';
export * from './saves.ts';
export * from './throttling.ts';
export * from './watching.ts';
export * from './yunnan-2024.ts';
