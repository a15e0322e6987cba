import { people } from '@dangxiao/contracts';
import { Pg } from '../../database/pg.ts';
import type { CallOf, Handler } from '../../http/call.ts';
import { scopeOf } from '../../http/scope.ts';
import { Handles } from '../../http/handles.ts';
import { organizationInScope } from './scope.ts';
import { moveProblem } from './tree.ts';

/** What a move would change; the same rules as the move itself, and nothing is written. */
@Handles(people.previewOrganizationMove)
export class PreviewOrganizationMove implements Handler<typeof people.previewOrganizationMove> {
  constructor(private readonly pg: Pg) {}

  async run({ actor, scope, params, query }: CallOf<typeof people.previewOrganizationMove>) {
    const node = await organizationInScope(this.pg, scope, params.organizationId);
    const parent = await organizationInScope(this.pg, scope, query.parentId);
    const problem = node.closedOn || parent.closedOn ? ('organization_closed' as const) : moveProblem(node, parent);
    const size = await this.pg.one<{ organizations: number; people: number }>(
      `select count(*)::int as organizations, coalesce(sum(member_count), 0)::int as people
       from organization where path <@ $1::ltree and closed_on is null`,
      [node.path],
    );
    const administrators = (above: string, notAbove: string) => {
      const values: unknown[] = [above, notAbove];
      const visible = scopeOf(actor, 'organizations.read').sql('o.path', values);
      return this.pg.query<{ name: string; organizationName: string }>(
        `select distinct coalesce(p.name, a.login) as name, o.name as "organizationName"
         from role_grant g join organization o on o.id = g.organization_id
         join account a on a.id = g.account_id or (g.account_id is null and a.person_id = g.person_id)
         left join person p on p.id = a.person_id
         where g.revoked_at is null and g.role in ('school_administrator', 'organization_administrator')
           and o.path @> $1::ltree and not o.path @> $2::ltree and ${visible} order by 2, 1 limit 50`,
        values,
      );
    };
    const above = node.path.split('.').slice(0, -1).join('.');
    return {
      organizations: size?.organizations ?? 0,
      people: size?.people ?? 0,
      problem,
      lose: above ? await administrators(above, parent.path) : [],
      gain: above ? await administrators(parent.path, above) : [],
    };
  }
}
