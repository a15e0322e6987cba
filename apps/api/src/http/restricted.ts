/** Operations open while a step of signing in is missing: finding out, taking the step, leaving. */
const whilePending = new Set([
  'accounts.whoAmI',
  'accounts.me',
  'accounts.signOut',
  'accounts.getSecondFactor',
  'accounts.startSecondFactor',
  'accounts.confirmSecondFactor',
  'accounts.verifySecondFactor',
]);

/** Writes open to somebody who sees the portal as somebody else: being oneself again, and leaving. */
const whileSeeing = new Set(['accounts.endSeeAs', 'accounts.signOut']);

export const allowsPending = (endpointId: string | undefined): boolean =>
  endpointId !== undefined && whilePending.has(endpointId);

export const allowsSeeing = (endpointId: string | undefined): boolean =>
  endpointId !== undefined && whileSeeing.has(endpointId);
