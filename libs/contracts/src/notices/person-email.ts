import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { byId } from '../schemas.ts';

/** `waiting`: the email with the link was sent; `expired`: nobody opened the link within 7 days. Emails go to a confirmed address only. */
const emailState = z.enum(['waiting', 'expired', 'confirmed']);
export const emailView = z.object({ masked: z.string(), state: emailState }).nullable();
const personEmail = z.object({
  /** The school has a mail server; without one no address can be confirmed. */
  mail: z.boolean(),
  email: emailView,
});
const byPerson = byId('personId');

/** A person's e-mail address, as an administrator sees and enters it. */
export const personEmailEndpoints = {
  getPersonEmail: defineEndpoint({
    id: 'notices.getPersonEmail',
    method: 'GET',
    path: '/people/:personId/email',
    access: { permission: 'people.read' },
    summary: "A person's e-mail address",
    description: 'Masked, and whether its owner confirmed it.',
    params: byPerson,
    response: personEmail,
    errors: ['person_not_found'],
  }),
  putPersonEmail: defineEndpoint({
    id: 'notices.putPersonEmail',
    method: 'PUT',
    path: '/people/:personId/email',
    access: { permission: 'people.write' },
    summary: "Enter a person's e-mail address",
    description:
      'Kept encrypted; used once the link in the email that it gets was opened (7 days). Replaces a former address; the same one again sends another email.',
    params: byPerson,
    body: z.strictObject({ email: z.email().max(200) }),
    response: personEmail,
    errors: ['person_not_found', 'person_deactivated', 'mail_not_configured', 'too_many_requests'],
  }),
  deletePersonEmail: defineEndpoint({
    id: 'notices.deletePersonEmail',
    method: 'DELETE',
    path: '/people/:personId/email',
    access: { permission: 'people.write' },
    summary: "Remove a person's e-mail address",
    description: 'Emails that wait are not sent any more.',
    params: byPerson,
    response: personEmail,
    errors: ['person_not_found'],
  }),
};
