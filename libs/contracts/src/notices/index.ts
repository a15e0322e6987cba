import { NOTICE_CODES } from '@dangxiao/domain';
import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { noticeParams } from './notice-params.ts';
import { noticeSettingsEndpoints } from './notice-settings.ts';
import { personEmailEndpoints } from './person-email.ts';
import { byId, done, flag, id, instant, paging } from '../schemas.ts';

/** A message as it is stored; `renderNotice` of the domain words it in the reader's language. */
export const noticeView = z.object({
  id,
  code: z.enum(NOTICE_CODES as readonly [(typeof NOTICE_CODES)[number], ...(typeof NOTICE_CODES)[number][]]),
  params: noticeParams,
  createdAt: instant,
  readAt: instant.nullable(),
});

export const notices = {
  listMine: defineEndpoint({
    id: 'notices.listMine',
    method: 'GET',
    path: '/me/notices',
    access: 'session',
    summary: 'My inbox',
    description: 'Messages to the signed-in account and to the person it stands for, latest first.',
    query: z.strictObject({ unread: flag.optional(), ...paging }),
    response: z.object({ items: z.array(noticeView), nextCursor: z.string().nullable(), unread: z.number().int() }),
  }),
  countUnread: defineEndpoint({
    id: 'notices.countUnread',
    method: 'GET',
    path: '/me/notices/unread-count',
    access: 'session',
    summary: 'How many messages I have not read',
    description: 'Counts no further than 100.',
    response: z.object({ unread: z.number().int() }),
  }),
  markRead: defineEndpoint({
    id: 'notices.markRead',
    method: 'PUT',
    path: '/me/notices/:noticeId/read',
    access: 'session',
    summary: 'Mark a message as read',
    description: 'Doing it again changes nothing.',
    params: byId('noticeId'),
    response: done,
    errors: ['notice_not_found'],
  }),
  markAllRead: defineEndpoint({
    id: 'notices.markAllRead',
    method: 'PUT',
    path: '/me/notices/read',
    access: 'session',
    summary: 'Mark everything as read',
    description: 'Up to the given message, so that one that came meanwhile stays unread.',
    body: z.strictObject({ upTo: id }),
    response: z.object({ marked: z.number().int() }),
  }),
  ...noticeSettingsEndpoints,
  ...personEmailEndpoints,
};
