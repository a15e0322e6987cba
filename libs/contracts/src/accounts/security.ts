import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { byId, done, id, instant } from '../schemas.ts';

export const sessionView = z.object({
  id,
  current: z.boolean(),
  /** Browser and system in words, from the User-Agent. */
  device: z.string(),
  address: z.string(),
  createdAt: instant,
  lastSeenAt: instant,
  expiresAt: instant,
});
const reason = z.string().trim().min(2).max(200);

/** What a security administrator watches over: policy, sessions of others, and looking at the portal as somebody else. */
export const security = {
  getSecurity: defineEndpoint({
    id: 'accounts.getSecurity',
    method: 'GET',
    path: '/organizations/:organizationId/security',
    access: { permission: 'people.read' },
    summary: 'Security of an organization',
    description: 'Its policy, and how many of those who administer its subtree have what it asks for.',
    params: byId('organizationId'),
    response: z.object({
      /** `above`: an organization above asks for it, so it cannot be switched off here. */
      twoFactor: z.object({ on: z.boolean(), above: z.boolean() }),
      separatedDuties: z.object({ on: z.boolean(), above: z.boolean() }),
      administrators: z.number().int(),
      withSecondFactor: z.number().int(),
      securityAdministrators: z.number().int(),
      auditors: z.number().int(),
      /** People who hold two duties that exclude each other. */
      conflicts: z.array(z.object({ personId: id.nullable(), name: z.string() })),
    }),
    errors: ['organization_not_found'],
  }),
  setSecurity: defineEndpoint({
    id: 'accounts.setSecurity',
    method: 'PUT',
    path: '/organizations/:organizationId/security',
    access: { permission: 'security.write' },
    summary: 'Change the security policy of an organization',
    description:
      'Two factors for administrators (from their next sign-in), and separated duties, which need somebody for security and somebody else for audit first, and nobody who holds two.',
    params: byId('organizationId'),
    body: z.strictObject({ twoFactor: z.boolean(), separatedDuties: z.boolean() }),
    response: done,
    errors: ['organization_not_found', 'duties_incomplete', 'duties_conflict', 'grant_exceeds_own'],
  }),
  listPersonSessions: defineEndpoint({
    id: 'accounts.listPersonSessions',
    method: 'GET',
    path: '/people/:personId/sessions',
    access: { permission: 'security.write' },
    summary: "A person's sessions",
    description: 'Where the person is signed in now.',
    params: byId('personId'),
    response: z.object({ items: z.array(sessionView) }),
    errors: ['person_not_found'],
  }),
  revokePersonSession: defineEndpoint({
    id: 'accounts.revokePersonSession',
    method: 'DELETE',
    path: '/people/:personId/sessions/:sessionId',
    access: { permission: 'security.write' },
    summary: "End a person's session",
    description: 'At once; the person signs in again.',
    params: byId('personId', 'sessionId'),
    response: done,
    errors: ['person_not_found', 'not_found', 'grant_exceeds_own'],
  }),
  startSeeAs: defineEndpoint({
    id: 'accounts.startSeeAs',
    method: 'POST',
    path: '/people/:personId/see-as',
    access: { permission: 'people.seeAs' },
    summary: 'See the portal as a person',
    description:
      'For support. For 30 minutes this session shows the portal as that person sees it, and changes nothing. The person can see that it happened, who it was and why.',
    params: byId('personId'),
    body: z.strictObject({ reason }),
    response: z.object({ until: instant }),
    errors: ['person_not_found', 'person_deactivated', 'grant_exceeds_own'],
  }),
  endSeeAs: defineEndpoint({
    id: 'accounts.endSeeAs',
    method: 'DELETE',
    path: '/see-as',
    access: 'session',
    beforeConsent: true,
    whileSeeing: true,
    summary: 'Be oneself again',
    description: 'Ends seeing the portal as somebody else.',
    response: done,
    errors: ['see_as_ended'],
  }),
  listMyViews: defineEndpoint({
    id: 'accounts.listMyViews',
    method: 'GET',
    path: '/my/views',
    access: 'learner',
    summary: 'Who looked at the portal as me',
    description: 'The latest 50 times: who, when, for how long and why.',
    response: z.object({
      items: z.array(
        z.object({ id, byName: z.string(), reason: z.string(), startedAt: instant, endedAt: instant.nullable() }),
      ),
    }),
  }),
};
