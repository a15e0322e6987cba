import { credits } from '@dangxiao/contracts';
import { pageOf, readCursor } from '../../database/cursor.ts';
import { Pg } from '../../database/pg.ts';
import type { CallOf, Handler } from '../../http/call.ts';
import { Handles } from '../../http/handles.ts';
import { organizationInScope } from '../people/index.ts';
import { appealColumns, appealView, type AppealRow } from './entries.queries.ts';
import { appealPlace } from './places.ts';

type Row = AppealRow & { personId: string; personName: string; hours: string; reversalReason: string };

const tables = `
  credit_appeal a
  join credit_entry e on e.id = a.entry_id
  join person p on p.id = a.person_id
  join organization o on o.id = p.current_organization_id
  left join credit_note n on n.entry_id = e.id`;

/** Appeals of people in the actor's subtrees: open ones first, the latest first among them. */
@Handles(credits.listAppeals)
export class ListAppeals implements Handler<typeof credits.listAppeals> {
  constructor(private readonly pg: Pg) {}

  async run({ scope, query }: CallOf<typeof credits.listAppeals>) {
    const params: unknown[] = [];
    const where = [scope.sql('o.path', params)];
    if (query.organizationId) {
      const node = await organizationInScope(this.pg, scope, query.organizationId);
      where.push(`o.path <@ $${params.push(node.path)}::ltree`);
    }
    if (query.open !== undefined) {
      params.push(query.open === 'true');
      where.push(`(a.decision = 'open') = $${params.length}`);
    }
    const counted = await this.pg.one<{ total: number }>(
      `select count(*)::int as total from ${tables} where ${where.join(' and ')}`,
      params,
    );
    const after = readCursor(query.cursor, appealPlace);
    if (after) {
      const first = params.push(...after) - after.length + 1;
      where.push(`(a.decision = 'open', a.created_at, a.id) < ($${first}, $${first + 1}, $${first + 2})`);
    }
    params.push(query.limit + 1);
    const rows = await this.pg.query<Row>(
      `select ${appealColumns}, p.id as "personId", p.name as "personName", e.hours, coalesce(n.reason, '') as "reversalReason"
       from ${tables} where ${where.join(' and ')}
       order by (a.decision = 'open') desc, a.created_at desc, a.id desc limit $${params.length}`,
      params,
    );
    const place = ({ decision, createdAt, id }: Row) =>
      Buffer.from(JSON.stringify([decision === 'open', createdAt.toISOString(), id])).toString('base64url');
    const { items, nextCursor } = pageOf(rows, query.limit, place);
    const views = items.map(({ personId, personName, hours, reversalReason, ...row }) => ({
      ...appealView(row),
      personId,
      personName,
      hours,
      reversalReason,
    }));
    return { items: views, nextCursor, total: counted?.total ?? 0 };
  }
}
