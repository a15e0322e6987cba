import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { meView } from './me.ts';
import { byId, done, instant } from '../schemas.ts';

/** Six digits of the authenticator app, or a recovery code. */
const code = z.string().trim().min(6).max(30);
const appCode = z.string().trim().min(6).max(12);
const recoveryCodes = z.object({ recoveryCodes: z.array(z.string()) });

/** Signing in with a second factor: one-time codes of an authenticator app, and recovery codes for when it is lost. */
export const secondFactor = {
  getSecondFactor: defineEndpoint({
    id: 'accounts.getSecondFactor',
    method: 'GET',
    path: '/me/second-factor',
    access: 'session',
    beforeConsent: true,
    whilePending: true,
    summary: 'My second factor',
    description: 'Whether it is set up, whether a policy asks for it, and how many recovery codes are left.',
    response: z.object({
      active: z.boolean(),
      since: instant.nullable(),
      /** An organization that the account administers asks for it: it cannot be switched off. */
      required: z.boolean(),
      recoveryCodesLeft: z.number().int(),
    }),
  }),
  startSecondFactor: defineEndpoint({
    id: 'accounts.startSecondFactor',
    method: 'POST',
    path: '/me/second-factor',
    access: 'session',
    beforeConsent: true,
    whilePending: true,
    summary: 'Set up a second factor',
    description:
      'A new secret for an authenticator app, as text and as the address that its QR code holds. Nothing changes until it is confirmed.',
    response: z.object({ secret: z.string(), uri: z.string() }),
  }),
  confirmSecondFactor: defineEndpoint({
    id: 'accounts.confirmSecondFactor',
    method: 'POST',
    path: '/me/second-factor/confirmation',
    access: 'session',
    beforeConsent: true,
    whilePending: true,
    summary: 'Confirm the second factor',
    description:
      'With a code of the app. Answers the ten recovery codes, once; the other sessions of the account end, and this one goes on under a new cookie.',
    body: z.strictObject({ code: appCode }),
    response: recoveryCodes,
    errors: ['second_factor_not_set', 'second_factor_wrong', 'sign_in_throttled'],
  }),
  verifySecondFactor: defineEndpoint({
    id: 'accounts.verifySecondFactor',
    method: 'POST',
    path: '/sessions/current/second-factor',
    access: 'session',
    beforeConsent: true,
    whilePending: true,
    summary: 'Second step of signing in',
    description: 'A code of the app or a recovery code. Each works once. Until then the session opens nothing else.',
    body: z.strictObject({ code }),
    response: meView,
    errors: ['second_factor_not_asked', 'second_factor_wrong', 'sign_in_throttled'],
  }),
  renewRecoveryCodes: defineEndpoint({
    id: 'accounts.renewRecoveryCodes',
    method: 'POST',
    path: '/me/recovery-codes',
    access: 'session',
    beforeConsent: true,
    summary: 'New recovery codes',
    description: 'Ten new ones, shown once; the older ones end. Needs a code of the app.',
    body: z.strictObject({ code: appCode }),
    response: recoveryCodes,
    errors: ['second_factor_not_set', 'second_factor_wrong', 'sign_in_throttled'],
  }),
  switchOffSecondFactor: defineEndpoint({
    id: 'accounts.switchOffSecondFactor',
    method: 'POST',
    path: '/me/second-factor/removal',
    access: 'session',
    beforeConsent: true,
    summary: 'Do without the second factor',
    description: 'Where no policy asks for it. Needs a code.',
    body: z.strictObject({ code }),
    response: done,
    errors: ['second_factor_not_set', 'second_factor_wrong', 'second_factor_policy', 'sign_in_throttled'],
  }),
  resetSecondFactor: defineEndpoint({
    id: 'accounts.resetSecondFactor',
    method: 'POST',
    path: '/people/:personId/second-factor/reset',
    access: { permission: 'security.write' },
    summary: "Reset a person's second factor",
    description: 'For a lost phone: the person signs in with the password and sets it up anew. Their sessions end.',
    params: byId('personId'),
    body: z.strictObject({ reason: z.string().trim().min(2).max(200) }),
    response: done,
    errors: ['person_not_found', 'grant_exceeds_own', 'second_factor_not_set'],
  }),
};
