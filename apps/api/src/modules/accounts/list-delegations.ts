import { accounts } from '@dangxiao/contracts';
import type { RoleName } from '@dangxiao/domain';
import { z } from 'zod';
import { cursorOf, pageOf, readCursor } from '../../database/cursor.ts';
import { Pg } from '../../database/pg.ts';
import type { CallOf, Handler } from '../../http/call.ts';
import { Handles } from '../../http/handles.ts';
import { like, organizationInScope } from '../people/index.ts';
import { dutyOf, grantColumns, grantTables, grantView, type GrantRow } from './grants.queries.ts';

type Row = GrantRow & {
  parentId: string | null;
  holderOrganization: string | null;
  secondFactor: boolean;
  conflictsWith: RoleName | null;
};

const place = z.tuple([z.number().int(), z.uuid()]);

/** Another role of the same holder whose duty excludes this one here. */
const conflict = `
  select c.role from role_grant c join organization co on co.id = c.organization_id left join account ca on ca.id = c.account_id
  where c.revoked_at is null and c.id <> g.id and coalesce(c.person_id, ca.person_id, ca.id) = coalesce(p.id, ha.id)
    and (co.path <@ o.path or o.path <@ co.path) and ${dutyOf('c.role')} <> ${dutyOf('g.role')} limit 1`;

/** Roles in force in the actor's subtrees; a learner's is none. */
@Handles(accounts.listDelegations)
export class ListDelegations implements Handler<typeof accounts.listDelegations> {
  constructor(private readonly pg: Pg) {}

  async run({ actor, scope, query }: CallOf<typeof accounts.listDelegations>) {
    const params: unknown[] = [];
    const add = (value: unknown) => `$${params.push(value)}`;
    const where = [`g.revoked_at is null and g.role <> 'learner'`, scope.sql('o.path', params)];
    if (query.organizationId) {
      const node = await organizationInScope(this.pg, scope, query.organizationId);
      where.push(`o.path <@ ${add(node.path)}::ltree`);
    }
    if (query.role) where.push(`g.role = ${add(query.role)}`);
    if (query.q) where.push(`coalesce(p.name, ha.login) ilike ${add(`%${like(query.q)}%`)}`);
    const filter = where.join(' and ');
    const counted = await this.pg.one<{ total: number }>(
      `select count(*)::int as total from ${grantTables} where ${filter}`,
      params,
    );
    const after = readCursor(query.cursor, place);
    const cursor = after ? `and (g.level, g.id) > (${add(after[0])}, ${add(after[1])}::uuid)` : '';
    const rows = await this.pg.query<Row>(
      `select page.* from (
         select ${grantColumns}, parent.id as "parentId", ho.name as "holderOrganization",
           exists (select from second_factor f join account fa on fa.id = f.account_id
             where (fa.id = ha.id or fa.person_id = p.id) and f.confirmed_at is not null) as "secondFactor",
           (${conflict}) as "conflictsWith"
         from ${grantTables} left join organization ho on ho.id = p.current_organization_id
         left join lateral (select up.id from role_grant up join organization uo on uo.id = up.organization_id
           where up.id = g.parent_id and up.revoked_at is null and ${scope.sql('uo.path', params)}) parent on true
         where ${filter} ${cursor} order by g.level, g.id limit ${add(query.limit + 1)}) page`,
      params,
    );
    const { items, nextCursor } = pageOf(rows, query.limit, ({ level, id }) => cursorOf(level, id));
    const views = items.map((row) => ({
      ...grantView(actor, row),
      parentId: row.parentId,
      holder: { personId: row.personId, name: row.holderName, organizationName: row.holderOrganization },
      secondFactor: row.secondFactor,
      conflictsWith: row.separated ? row.conflictsWith : null,
    }));
    return { items: views, nextCursor, total: counted?.total ?? 0 };
  }
}
