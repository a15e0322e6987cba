import { accounts } from '@dangxiao/contracts';
import type { RoleName } from '@dangxiao/domain';
import { Pg } from '../../database/pg.ts';
import type { CallOf, Handler } from '../../http/call.ts';
import { Handles } from '../../http/handles.ts';
import { personInScope } from '../people/index.ts';

interface Row {
  id: string;
  role: RoleName;
  organization_id: string;
  organization_name: string;
  granted_at: Date;
  granted_by: string | null;
}

const grantsOf = `
  select g.id, g.role, g.organization_id, o.name as organization_name, g.granted_at, coalesce(gp.name, ga.login) as granted_by
  from role_grant g join organization o on o.id = g.organization_id
  left join account ga on ga.id = g.granted_by left join person gp on gp.id = ga.person_id
  where g.revoked_at is null and (g.person_id = $1 or g.account_id in (select id from account where person_id = $1))
  order by g.granted_at, g.id`;

/** Roles that hold now, also those at nodes outside the actor's subtrees: who may be seen may be judged by what they can do. */
@Handles(accounts.listRoleGrants)
export class ListRoleGrants implements Handler<typeof accounts.listRoleGrants> {
  constructor(private readonly pg: Pg) {}

  async run({ actor, params }: CallOf<typeof accounts.listRoleGrants>) {
    const person = await personInScope(this.pg, actor, 'people.read', params.personId);
    const rows = await this.pg.query<Row>(grantsOf, [person.id]);
    const items = rows.map((row) => ({
      id: row.id,
      role: row.role,
      organizationId: row.organization_id,
      organizationName: row.organization_name,
      grantedAt: row.granted_at.toISOString(),
      grantedBy: row.granted_by,
    }));
    return { items };
  }
}
