import type { Actor } from '../../http/actor.ts';

/** SQL of the reader's ids: messages to the account itself and to the person it stands for. */
export const readerIds = (actor: Pick<Actor, 'accountId' | 'personId'>): string[] =>
  actor.personId ? [actor.personId, actor.accountId] : [actor.accountId];

/** Nobody reads a number beyond this; the badge then says "99+". */
const COUNT_UP_TO = 100;

/** `$1`: reader ids. */
export const unreadSql = `
  select count(*)::int as unread from (
    select from notice where recipient_id = any($1::uuid[]) and read_at is null limit ${COUNT_UP_TO}) few`;
