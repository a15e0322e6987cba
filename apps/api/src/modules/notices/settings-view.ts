import type { notices, ResponseOf } from '@dangxiao/contracts';
import type { NoticeKind, NoticeLanguage } from '@dangxiao/domain';
import { Injectable } from '@nestjs/common';
import { Config } from '../../config/config.ts';
import type { Sql } from '../../database/sql.ts';
import type { Actor } from '../../http/actor.ts';
import { EmailAddresses, type Reader } from './email-addresses.ts';

type View = ResponseOf<typeof notices.mySettings>;

interface Row {
  language: NoticeLanguage;
  noEmail: NoticeKind[];
  quietHours: View['quietHours'];
}

/** Whose address and choice an actor has: the person's, or the account's own where it stands for nobody. */
export const readerOf = ({ personId, accountId }: Pick<Actor, 'personId' | 'accountId'>): Reader => ({
  recipientId: personId ?? accountId,
  personId,
  accountId: personId ? null : accountId,
});

/** How somebody is told; what was never chosen is Chinese, everything, at the organization's hours. */
@Injectable()
export class ReadSettings {
  constructor(
    private readonly config: Config,
    private readonly addresses: EmailAddresses,
  ) {}

  async of(sql: Sql, recipientId: string): Promise<View> {
    const choice = await sql.one<Row>(
      `select c.language, c.no_email as "noEmail",
         case when c.quiet_from is not null then json_build_object('from', c.quiet_from, 'to', c.quiet_to) end as "quietHours"
       from notice_choice c where c.recipient_id = $1`,
      [recipientId],
    );
    const email = await this.addresses.find(sql, recipientId);
    return { mail: this.config.mail !== null, email, language: 'zh-CN', noEmail: [], quietHours: null, ...choice };
  }
}
