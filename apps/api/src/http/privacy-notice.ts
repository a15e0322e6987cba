import type { Actor } from './actor.ts';

/** The privacy notice in force; consent to an older one does not count. */
export const PRIVACY_NOTICE_VERSION = 1;

export const consentRequired = (actor: Actor): boolean => actor.consentVersion !== PRIVACY_NOTICE_VERSION;
