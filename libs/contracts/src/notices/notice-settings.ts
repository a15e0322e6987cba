import { NOTICE_CODES, NOTICE_KINDS } from '@dangxiao/domain';
import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { noticeParams } from './notice-params.ts';
import { emailView } from './person-email.ts';
import { id, instant, page, paging, search } from '../schemas.ts';

const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const choice = {
  /** Of messages sent by e-mail. */
  language: z.enum(['zh-CN', 'en']),
  /** Kinds that come to the inbox only. */
  noEmail: z.array(z.enum(NOTICE_KINDS)).max(NOTICE_KINDS.length),
  /** No e-mail in these hours of the school's day; null: as the organization says. */
  quietHours: z.strictObject({ from: timeOfDay, to: timeOfDay }).nullable(),
};
export const noticeSettings = z.object({
  /** The school has a mail server; without one everything stays in the inbox. */
  mail: z.boolean(),
  email: emailView,
  ...choice,
});
export const emailState = z.enum(['waiting', 'sending', 'sent', 'repeated', 'refused', 'given_up', 'dropped']);
export const deliveryOutcome = z.enum(['accepted', 'refused', 'put_off', 'unreachable', 'unanswered']);

export const noticeSettingsEndpoints = {
  mySettings: defineEndpoint({
    id: 'notices.mySettings',
    method: 'GET',
    path: '/me/notice-settings',
    access: 'session',
    summary: 'How I am told',
    description: 'Own e-mail address (masked), language, kinds that are not sent by e-mail, and own quiet hours.',
    response: noticeSettings,
  }),
  putMySettings: defineEndpoint({
    id: 'notices.putMySettings',
    method: 'PUT',
    path: '/me/notice-settings',
    access: 'session',
    summary: 'Choose how I am told',
    description: 'Replaces the whole choice. Every message stays in the inbox whatever is chosen.',
    body: z.strictObject(choice),
    response: noticeSettings,
  }),
  putMyEmail: defineEndpoint({
    id: 'notices.putMyEmail',
    method: 'PUT',
    path: '/me/email',
    access: 'session',
    summary: 'Give my e-mail address',
    description:
      'Kept encrypted; used once the link in the email that it gets was opened (7 days). Replaces a former address.',
    body: z.strictObject({ email: z.email().max(200) }),
    response: noticeSettings,
    errors: ['mail_not_configured', 'too_many_requests'],
  }),
  deleteMyEmail: defineEndpoint({
    id: 'notices.deleteMyEmail',
    method: 'DELETE',
    path: '/me/email',
    access: 'session',
    summary: 'Remove my e-mail address',
    description: 'Emails that wait are not sent any more.',
    response: noticeSettings,
  }),
  confirmEmail: defineEndpoint({
    id: 'notices.confirmEmail',
    method: 'POST',
    path: '/email-confirmations',
    access: 'public',
    summary: 'Confirm an e-mail address',
    description: 'With the token from the email; a second time changes nothing.',
    body: z.strictObject({ token: z.string().trim().min(1).max(120) }),
    response: z.object({ masked: z.string() }),
    errors: ['email_confirmation_invalid'],
  }),
  listDeliveries: defineEndpoint({
    id: 'notices.listDeliveries',
    method: 'GET',
    path: '/deliveries',
    access: { permission: 'people.read' },
    summary: 'The delivery log',
    description:
      "Messages to people of the actor's subtrees, latest first: who, what, when, by which channel, and what the mail server said.",
    query: z.strictObject({
      organizationId: id.optional(),
      /** An email's state, or only what stayed in the inbox. */
      state: z.enum([...emailState.options, 'inbox']).optional(),
      kind: z.enum(NOTICE_KINDS).optional(),
      /** Part of the reader's name, its pinyin initials, the login name, or a whole e-mail address. */
      q: search,
      ...paging,
    }),
    response: page(
      z.object({
        id,
        recipientName: z.string(),
        organizationName: z.string(),
        code: z.enum(NOTICE_CODES as readonly [(typeof NOTICE_CODES)[number], ...(typeof NOTICE_CODES)[number][]]),
        params: noticeParams,
        createdAt: instant,
        readAt: instant.nullable(),
        email: z
          .object({
            state: emailState,
            maskedAddress: z.string().nullable(),
            dueAt: instant,
            endedAt: instant.nullable(),
            attempts: z.array(
              z.object({ startedAt: instant, outcome: deliveryOutcome.nullable(), answer: z.string().nullable() }),
            ),
          })
          .nullable(),
      }),
    ).extend({ mail: z.boolean() }),
    errors: ['organization_not_found'],
  }),
};
