import { assignments } from '@dangxiao/contracts';
import { targetState, type AudienceRules } from '@dangxiao/domain';
import { z } from 'zod';
import { Clock } from '../../config/clock.ts';
import { Config } from '../../config/config.ts';
import { cursorOf, pageOf, readCursor } from '../../database/cursor.ts';
import { Pg } from '../../database/pg.ts';
import type { CallOf, Handler } from '../../http/call.ts';
import { Handles } from '../../http/handles.ts';
import { BY_NAME, organizationInScope } from '../people/index.ts';
import { assignmentDetail } from './assignments.queries.ts';
import { namesIn, reasonsOf } from './reasons.ts';
import { targetConditions, targetTables } from './targets.sql.ts';

const place = z.tuple([z.string(), z.uuid()]);

interface Row {
  id: string;
  personId: string;
  name: string;
  organizationName: string;
  path: string;
  assignedAt: Date;
  startedAt: Date | null;
  finishedAt: Date | null;
  releasedAt: Date | null;
  places: number[];
  rules: AudienceRules;
  total: number;
}

/** Who is assigned, by name in pinyin order, inside the actor's subtrees. Released people show when asked for, or when they finished. */
@Handles(assignments.listTargets)
export class ListTargets implements Handler<typeof assignments.listTargets> {
  constructor(
    private readonly pg: Pg,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  async run({ scope, params: { assignmentId }, query }: CallOf<typeof assignments.listTargets>) {
    const now = this.clock.now();
    const { dueAt, graceUntil } = await assignmentDetail(this.pg, scope, assignmentId, now);
    const at = query.asOf ? await this.endOf(query.asOf, now) : now;
    const after = readCursor(query.cursor, place);
    const params: unknown[] = [assignmentId, query.limit + 1, at, after?.[0] ?? null, after?.[1] ?? null];
    const wanted = [scope.sql('o.path', params)];
    if (query.organizationId) {
      const { path } = await organizationInScope(this.pg, scope, query.organizationId);
      wanted.push(`o.path <@ $${params.push(path)}::ltree`);
    }
    wanted.push(...targetConditions(query, '$3', params));
    const from = `${targetTables} where t.assignment_id = $1 and ${wanted.join(' and ')}`;
    const rows = await this.pg.query<Row>(
      `select t.id, p.id as "personId", p.name, o.name as "organizationName", o.path::text as path, t.assigned_at as "assignedAt",
         t.started_at as "startedAt", t.finished_at as "finishedAt", t.released_at as "releasedAt", t.reasons as places,
         h.content -> 'rules' as rules, case when $4::text is null then (select count(*)::int from ${from}) end as total
       from ${from.replace('where', `join assignment_version h on h.assignment_id = t.assignment_id and h.number = t.version where`)}
         and ($4::text is null or (p.name ${BY_NAME}, t.id) > ($4::text ${BY_NAME}, $5::uuid))
       order by p.name ${BY_NAME}, t.id limit $2`,
      params,
    );
    const { items, nextCursor } = pageOf(rows, query.limit, (row) => cursorOf(row.name, row.id));
    const names = await namesIn(
      this.pg,
      items.map((row) => row.rules),
    );
    const due = { dueAt: dueAt ? new Date(dueAt) : null, graceUntil: graceUntil ? new Date(graceUntil) : null };
    return {
      items: items.map(({ path, places, rules, total: _total, ...row }) => ({
        ...row,
        state: targetState({ ...row, ...due }, at),
        assignedAt: row.assignedAt.toISOString(),
        startedAt: row.startedAt?.toISOString() ?? null,
        finishedAt: row.finishedAt?.toISOString() ?? null,
        releasedAt: row.releasedAt?.toISOString() ?? null,
        reasons: reasonsOf(rules, places, path, names),
      })),
      nextCursor,
      total: after ? null : (rows[0]?.total ?? 0),
    };
  }

  /** The last instant of a day of the school, but nothing that is still to come. */
  private async endOf(day: string, now: Date): Promise<Date> {
    const row = await this.pg.one<{ at: Date }>(
      `select least((($1::date + 1)::timestamp at time zone $2), $3::timestamptz) as at`,
      [day, this.config.zone, now],
    );
    return row?.at ?? now;
  }
}
