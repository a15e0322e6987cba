import { audit, type ResponseOf } from '@dangxiao/contracts';
import { z } from 'zod';
import { cursorOf, pageOf, readCursor } from '../../database/cursor.ts';
import { Pg } from '../../database/pg.ts';
import { ApiError } from '../../http/api-error.ts';
import type { CallOf, Handler, ScopeOf } from '../../http/call.ts';
import { Handles } from '../../http/handles.ts';
import { eventConditions, eventTables, latestOf } from './events.sql.ts';

type Event = ResponseOf<typeof audit.listEvents>['items'][number];

const place = z.tuple([z.iso.datetime(), z.uuid()]);

/** Lists what was done in the actor's subtrees, latest first; events without an organization are the school's own, seen from the root. */
@Handles(audit.listEvents)
export class ListEvents implements Handler<typeof audit.listEvents> {
  constructor(private readonly pg: Pg) {}

  async run({ scope, query }: CallOf<typeof audit.listEvents>) {
    const params: unknown[] = [query.limit + 1];
    const add = (value: unknown) => `$${params.push(value)}`;
    const [inside = 'false', ...wanted] = eventConditions(scope, query, params);
    const cursor = readCursor(query.cursor, place);
    if (cursor) wanted.push(`(e.at, e.id) < (${add(cursor[0])}::timestamptz, ${add(cursor[1])}::uuid)`);
    const paths = query.organizationId ? [await this.pathOf(scope, query.organizationId)] : scope.paths;
    const where = [inside, ...wanted];
    let from = eventTables;
    // Only the school's root has a path of one label: who reads there reads the whole log, by its time.
    if (paths.every((path) => path.includes('.'))) {
      const within = add(paths);
      where.push(`coalesce(o.path, root.path) <@ any(${within}::ltree[])`);
      from = latestOf(within, wanted, '$1');
    }
    const rows = await this.pg.query<Event & { at: Date | string }>(
      `select e.id, e.at, e.actor_name as "actorName", a.login as "actorLogin", e.action, e.object_type as "objectType",
         e.object_id as "objectId", e.object_name as "objectName", o.name as "organizationName", e.address, e.before, e.after
       from ${from}
       where ${where.join(' and ')}
       order by e.at desc, e.id desc limit $1`,
      params,
    );
    const items = rows.map((row) => ({ ...row, at: new Date(row.at).toISOString() }));
    return { ...pageOf(items, query.limit, (event) => cursorOf(event.at, event.id)), total: null };
  }

  /** @throws ApiError organization_not_found, also for one that exists elsewhere */
  private async pathOf(scope: ScopeOf<typeof audit.listEvents>, organizationId: string): Promise<string> {
    const params: unknown[] = [organizationId];
    const node = await this.pg.one<{ path: string }>(
      `select o.path::text as path from organization o where o.id = $1 and ${scope.sql('o.path', params)}`,
      params,
    );
    if (!node) throw new ApiError('organization_not_found');
    return node.path;
  }
}
