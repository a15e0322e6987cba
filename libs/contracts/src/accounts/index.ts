import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { meView } from './me.ts';
import { roleName, roles } from './roles.ts';
import { byId, done, instant } from '../schemas.ts';
import { secondFactor } from './second-factor.ts';
import { security, sessionView } from './security.ts';

export { meView } from './me.ts';
export { roleName, type RoleName } from './roles.ts';

const login = z.string().trim().min(3).max(60).meta({ description: 'Login name or mainland mobile number' });
const password = z.string().min(1).max(200);
const newPassword = z.string().min(10).max(200);
export const schoolView = z.object({
  name: z.string(),
  zone: z.string(),
  /** Present only in demo mode. */
  demoAccounts: z.array(
    z.object({
      login: z.string(),
      password: z.string(),
      role: roleName,
      name: z.string(),
      app: z.enum(['portal', 'admin']),
    }),
  ),
});

const activationView = z.object({ code: z.string(), expiresAt: instant, purpose: z.enum(['activate', 'reset']) });

export const accounts = {
  school: defineEndpoint({
    id: 'accounts.school',
    method: 'GET',
    path: '/school',
    access: 'public',
    summary: 'The school',
    description: 'Name and time zone of the school; in demo mode also the demo accounts.',
    response: schoolView,
  }),
  signIn: defineEndpoint({
    id: 'accounts.signIn',
    method: 'POST',
    path: '/sessions',
    access: 'public',
    summary: 'Sign in',
    description:
      'Signs in with login name or phone number and password. Sets the session cookie; where `pending` says so, a second step follows. Failures are counted per account and per address.',
    body: z.strictObject({ login, password }),
    response: meView,
    errors: ['wrong_credentials', 'sign_in_throttled', 'address_throttled', 'account_disabled'],
  }),
  signOut: defineEndpoint({
    id: 'accounts.signOut',
    method: 'DELETE',
    path: '/sessions/current',
    access: 'session',
    beforeConsent: true,
    whilePending: true,
    whileSeeing: true,
    summary: 'Sign out',
    description: 'Ends the current session and clears the cookie.',
    response: done,
  }),
  me: defineEndpoint({
    id: 'accounts.me',
    method: 'GET',
    path: '/me',
    access: 'session',
    beforeConsent: true,
    whilePending: true,
    summary: 'Who am I',
    description: 'The signed-in account, its person, permissions and whether the privacy notice still needs consent.',
    response: meView,
  }),
  whoAmI: defineEndpoint({
    id: 'accounts.whoAmI',
    method: 'GET',
    path: '/session',
    access: 'public',
    whilePending: true,
    summary: 'Is anybody signed in',
    description: 'What `accounts.me` answers, or null for nobody: what a page asks first, before it knows.',
    response: z.object({ me: meView.nullable() }),
  }),
  listMySessions: defineEndpoint({
    id: 'accounts.listMySessions',
    method: 'GET',
    path: '/me/sessions',
    access: 'session',
    beforeConsent: true,
    summary: 'My sessions',
    description: 'Live sessions of the account, the current one first.',
    response: z.object({ items: z.array(sessionView) }),
  }),
  revokeMySession: defineEndpoint({
    id: 'accounts.revokeMySession',
    method: 'DELETE',
    path: '/me/sessions/:sessionId',
    access: 'session',
    beforeConsent: true,
    summary: 'End one of my sessions',
    description: 'Ends a session of the same account at once.',
    params: byId('sessionId'),
    response: done,
    errors: ['not_found'],
  }),
  changePassword: defineEndpoint({
    id: 'accounts.changePassword',
    method: 'POST',
    path: '/me/password',
    access: 'session',
    summary: 'Change my password',
    description: 'Needs the current password; ends all other sessions of the account.',
    body: z.strictObject({ currentPassword: password, newPassword }),
    response: done,
    errors: ['wrong_current_password', 'password_too_weak', 'sign_in_throttled'],
  }),
  privacyNotice: defineEndpoint({
    id: 'accounts.privacyNotice',
    method: 'GET',
    path: '/privacy-notice',
    access: 'public',
    summary: 'The privacy notice',
    description: 'The current version in both languages, as plain paragraphs.',
    response: z.object({ version: z.number().int(), zh: z.array(z.string()), en: z.array(z.string()) }),
  }),
  giveConsent: defineEndpoint({
    id: 'accounts.giveConsent',
    method: 'POST',
    path: '/me/consent',
    access: 'session',
    beforeConsent: true,
    summary: 'Consent to the privacy notice',
    description: 'Records the consent to one version with its time.',
    body: z.strictObject({ version: z.number().int().min(1) }),
    response: done,
  }),
  checkActivationCode: defineEndpoint({
    id: 'accounts.checkActivationCode',
    method: 'POST',
    path: '/activations/check',
    access: 'public',
    summary: 'Look at an activation code',
    description: 'Tells for whom a one-time code is (masked name, organization), without using it up.',
    body: z.strictObject({ code: z.string().trim().min(8).max(40) }),
    response: z.object({
      purpose: z.enum(['activate', 'reset']),
      maskedName: z.string(),
      organizationName: z.string().nullable(),
      suggestedLogin: z.string().nullable(),
    }),
    errors: ['activation_code_invalid', 'address_throttled'],
  }),
  activate: defineEndpoint({
    id: 'accounts.activate',
    method: 'POST',
    path: '/activations',
    access: 'public',
    summary: 'Activate or reset with a one-time code',
    description: 'Sets login name (when activating) and password, uses the code up, and signs in.',
    body: z.strictObject({ code: z.string().trim().min(8).max(40), login: login.optional(), password: newPassword }),
    response: meView,
    errors: ['activation_code_invalid', 'login_taken', 'password_too_weak', 'address_throttled'],
  }),
  issueActivationCode: defineEndpoint({
    id: 'accounts.issueActivationCode',
    method: 'POST',
    path: '/people/:personId/activation-codes',
    access: { permission: 'accounts.write' },
    summary: 'Issue a one-time code',
    description:
      'A code to activate the account of a person, or, where one exists, to reset its password (which ends its sessions). Older codes end. Valid for 7 days, shown once.',
    params: byId('personId'),
    response: activationView,
    errors: ['person_not_found', 'grant_exceeds_own'],
  }),
  setAccountDisabled: defineEndpoint({
    id: 'accounts.setAccountDisabled',
    method: 'PUT',
    path: '/people/:personId/account-state',
    access: { permission: 'accounts.write' },
    summary: 'Disable or enable an account',
    description: 'A disabled account cannot sign in; its sessions end.',
    params: byId('personId'),
    body: z.strictObject({ disabled: z.boolean(), reason: z.string().trim().min(2).max(200) }),
    response: done,
    errors: ['person_not_found', 'grant_exceeds_own'],
  }),
  ...roles,
  ...secondFactor,
  ...security,
};
