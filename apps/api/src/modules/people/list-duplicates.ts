import { people } from '@dangxiao/contracts';
import { Pg } from '../../database/pg.ts';
import type { CallOf, Handler } from '../../http/call.ts';
import { Handles } from '../../http/handles.ts';
import { maskedNumber } from './personal-numbers.ts';
import { organizationInScope } from './scope.ts';

interface Row {
  name: string;
  by: 'identity' | 'phone';
  last4: string;
  people: { id: string; organizationName: string; createdAt: string }[];
}

/** Whole numbers are unique, so what is left is the same name with the same end of a number. */
@Handles(people.listDuplicates)
export class ListDuplicates implements Handler<typeof people.listDuplicates> {
  constructor(private readonly pg: Pg) {}

  async run({ scope, query }: CallOf<typeof people.listDuplicates>) {
    const values: unknown[] = [query.limit];
    const inside = scope.sql('o.path', values);
    const node = query.organizationId ? await organizationInScope(this.pg, scope, query.organizationId) : undefined;
    const within = node ? `and o.path <@ $${values.push(node.path)}::ltree` : '';
    const rows = await this.pg.query<Row>(
      `with mine as (
         select p.id, p.name, p.identity_last4, p.phone_last4, p.created_at, o.name as organization
         from person p join organization o on o.id = p.current_organization_id
         where p.deactivated_at is null and ${inside} ${within}),
       ends as (
         select name, 'identity' as by, identity_last4 as last4, id, created_at, organization from mine where identity_last4 is not null
         union all select name, 'phone', phone_last4, id, created_at, organization from mine where phone_last4 is not null)
       select name, by, last4, json_agg(json_build_object('id', id, 'organizationName', organization,
         'createdAt', to_char(created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) order by created_at, id) as people
       from ends group by name, by, last4 having count(*) > 1 order by name, by, last4 limit $1`,
      values,
    );
    return { items: rows.map(({ last4, ...row }) => ({ ...row, masked: maskedNumber(last4) ?? '' })) };
  }
}
