import { eventConditions, eventTables } from '../../audit/index.ts';
import { organizationInScope } from '../../people/index.ts';
import { scopeOf } from '../../../http/scope.ts';
import { column, text, type Asked, type Source, type Statement } from './source.ts';

const READ = 'audit.read';

/** The audit log. */
export const events: Source = {
  permission: READ,
  async statement({ sql, actor, query }: Asked): Promise<Statement> {
    const scope = scopeOf(actor, READ);
    const params: unknown[] = [];
    const where = eventConditions(scope, query, params);
    const { organizationId } = query;
    const node = organizationId ? await organizationInScope(sql, scope, organizationId) : undefined;
    if (node) where.push(`coalesce(o.path, root.path) <@ $${params.push(node.path)}::ltree`);
    return {
      names: node ? { [node.id]: node.name } : {},
      with: [],
      from: eventTables,
      where,
      order: 'e.at desc, e.id desc',
      params,
      columns: {
        at: column('e.at', 'instant', 20),
        actor: text('e.actor_name', 14),
        login: text('a.login', 18),
        action: column('e.action', 'action', 20),
        objectType: column('e.object_type', 'objectType', 14),
        object: text('e.object_name', 28),
        organization: text('o.name', 28),
        address: text('e.address', 18),
        before: column('e.before', 'values', 44),
        after: column('e.after', 'values', 44),
      },
    };
  },
};
