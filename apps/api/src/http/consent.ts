import type { Actor } from './actor.ts';

/** The privacy notice in force; consent to an older one does not count. */
export const PRIVACY_NOTICE_VERSION = 1;

/** Operations open to somebody who has not yet consented: finding out, consenting, leaving, and the safety of one's own account. */
const withoutConsent = new Set([
  'accounts.me',
  'accounts.giveConsent',
  'accounts.signOut',
  'accounts.listMySessions',
  'accounts.revokeMySession',
  'accounts.getSecondFactor',
  'accounts.startSecondFactor',
  'accounts.confirmSecondFactor',
  'accounts.verifySecondFactor',
  'accounts.renewRecoveryCodes',
  'accounts.switchOffSecondFactor',
  'accounts.endSeeAs',
]);

export const consentRequired = (actor: Actor): boolean => actor.consentVersion !== PRIVACY_NOTICE_VERSION;

export const allowsWithoutConsent = (endpointId: string | undefined): boolean =>
  endpointId !== undefined && withoutConsent.has(endpointId);
