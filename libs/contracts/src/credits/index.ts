import { creditDecisions } from './credit-decisions.ts';
import { creditHours } from './credit-hours.ts';
import { creditPolicies } from './credit-policies.ts';

export { counter, entryRow, sourceKind, type Counter } from './credit-entries.ts';
export { hoursView } from './credit-hours.ts';
export { policyBody } from './credit-policies.ts';

export const credits = { ...creditHours, ...creditDecisions, ...creditPolicies };
