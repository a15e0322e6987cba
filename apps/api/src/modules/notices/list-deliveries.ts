import { notices, type ResponseOf } from '@dangxiao/contracts';
import { NOTICE_CODES, noticeKinds } from '@dangxiao/domain';
import { z } from 'zod';
import { Config } from '../../config/config.ts';
import { cursorOf, pageOf, readCursor } from '../../database/cursor.ts';
import { Secrets } from '../../config/secrets.ts';
import { Pg } from '../../database/pg.ts';
import { ApiError } from '../../http/api-error.ts';
import type { CallOf, Handler } from '../../http/call.ts';
import { Handles } from '../../http/handles.ts';

type Item = ResponseOf<typeof notices.listDeliveries>['items'][number];
type Row = Omit<Item, 'createdAt' | 'readAt'> & { createdAt: Date; readAt: Date | null };

const email = `
  case when l.id is not null then json_build_object('state', l.state, 'maskedAddress', l.masked_address, 'dueAt', l.due_at, 'endedAt', l.ended_at,
    'attempts', coalesce((select json_agg(json_build_object('startedAt', t.started_at, 'outcome', t.outcome, 'answer', t.answer) order by t.number)
      from email_delivery t where t.email_id = l.id), '[]')) end as email`;

const iso = (text: string) => new Date(text).toISOString();

/** Who was told what, when and how, by the place where the reader belonged then. */
@Handles(notices.listDeliveries)
export class ListDeliveries implements Handler<typeof notices.listDeliveries> {
  constructor(
    private readonly pg: Pg,
    private readonly config: Config,
    private readonly secrets: Secrets,
  ) {}

  async run({ scope, query }: CallOf<typeof notices.listDeliveries>) {
    const after = readCursor(query.cursor, z.tuple([z.iso.datetime(), z.uuid()]));
    const params: unknown[] = [query.limit + 1, after?.[0] ?? null, after?.[1] ?? null];
    const where = [scope.sql('o.path', params)];
    if (query.organizationId) {
      const inside: unknown[] = [query.organizationId];
      const found = await this.pg.one<{ path: string }>(
        `select o.path::text as path from organization o where o.id = $1 and ${scope.sql('o.path', inside)}`,
        inside,
      );
      if (!found) throw new ApiError('organization_not_found');
      where.push(`o.path <@ $${params.push(found.path)}::ltree`);
    }
    if (query.state === 'inbox') where.push('l.id is null');
    else if (query.state) where.push(`l.state = $${params.push(query.state)}`);
    if (query.kind) {
      const codes = NOTICE_CODES.filter((code) => noticeKinds[code] === query.kind);
      where.push(`n.code = any($${params.push(codes)}::text[])`);
    }
    if (query.q) where.push(readersNamed(query.q, this.secrets, params));
    const rows = await this.pg.query<Row>(
      `select n.id, coalesce(p.name, a.login, '') as "recipientName", o.name as "organizationName", n.code, n.params,
         n.created_at as "createdAt", n.read_at as "readAt", ${email}
       from notice n join organization o on o.id = n.organization_id
       left join person p on p.id = n.person_id left join account a on a.id = n.account_id left join email l on l.id = n.email_id
       where ${where.join(' and ')} and ($2::timestamptz is null or (n.created_at, n.id) < ($2, $3::uuid))
       order by n.created_at desc, n.id desc limit $1`,
      params,
    );
    const { items, nextCursor } = pageOf(rows, query.limit, (row) => cursorOf(row.createdAt.toISOString(), row.id));
    return { items: items.map(view), nextCursor, total: null, mail: this.config.mail !== null };
  }
}

/**
 * SQL: messages to whoever is called so, or has this address. Readers come first and their messages by the key, so that a name is found among
 * millions of messages.
 */
function readersNamed(q: string, secrets: Secrets, params: unknown[]): string {
  const plain = q.replace(/[\\%_]/g, '\\$&');
  const name = params.push(`%${plain}%`);
  const initials = params.push(`%${plain.toLowerCase().replace(/\s+/g, '')}%`);
  const hash = params.push(secrets.lookUpHash(q.toLowerCase(), 'email'));
  return `n.recipient_id in (
    select f.id from person f where f.name ilike $${name} or f.initials like $${initials}
    union select f.id from account f where f.person_id is null and f.login ilike $${name}
    union select e.recipient_id from email_address e where e.hash = $${hash})`;
}

const view = ({ createdAt, readAt, email: l, ...row }: Row): Item => ({
  ...row,
  createdAt: createdAt.toISOString(),
  readAt: readAt?.toISOString() ?? null,
  email: l && {
    ...l,
    dueAt: iso(l.dueAt),
    endedAt: l.endedAt && iso(l.endedAt),
    attempts: l.attempts.map((one) => ({ ...one, startedAt: iso(one.startedAt) })),
  },
});
