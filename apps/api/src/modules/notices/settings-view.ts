import type { notices, ResponseOf } from '@dangxiao/contracts';
import type { NoticeKind, NoticeLanguage } from '@dangxiao/domain';
import type { Sql } from '../../database/sql.ts';
import type { Actor } from '../../http/actor.ts';

type View = ResponseOf<typeof notices.mySettings>;

interface Row {
  email: View['email'];
  language: NoticeLanguage;
  noEmail: NoticeKind[];
  quietHours: View['quietHours'];
}

/** Whose address and choice an actor has: the person's, or the account's own where it stands for nobody. */
export const readerOf = ({ personId, accountId }: Pick<Actor, 'personId' | 'accountId'>) => ({
  recipientId: personId ?? accountId,
  personId,
  accountId: personId ? null : accountId,
});

/** How somebody is told; what was never chosen is Chinese, everything, at the organization's hours. */
export async function settingsView(sql: Sql, recipientId: string, mail: boolean): Promise<View> {
  const row = await sql.one<Row>(
    `select (select json_build_object('masked', e.masked, 'confirmed', e.confirmed_at is not null) from email_address e where e.recipient_id = $1) as email,
       coalesce(c.language, 'zh-CN') as language, coalesce(c.no_email, '{}') as "noEmail",
       case when c.quiet_from is not null then json_build_object('from', c.quiet_from, 'to', c.quiet_to) end as "quietHours"
     from (select) one left join notice_choice c on c.recipient_id = $1`,
    [recipientId],
  );
  return { mail, email: null, language: 'zh-CN', noEmail: [], quietHours: null, ...row };
}
