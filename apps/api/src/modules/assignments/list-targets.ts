import { assignments } from '@dangxiao/contracts';
import { targetState, type AudienceRules } from '@dangxiao/domain';
import { z } from 'zod';
import { Clock } from '../../config/clock.ts';
import { cursorOf, pageOf, readCursor } from '../../database/cursor.ts';
import { Pg } from '../../database/pg.ts';
import { scopeSql } from '../../http/actor.ts';
import type { CallOf, Handler } from '../../http/call.ts';
import { Handles } from '../../http/handles.ts';
import { BY_NAME, like } from '../people/index.ts';
import { assignmentDetail } from './assignments.queries.ts';
import { namesIn, reasonsOf } from './reasons.ts';

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

/** SQL twins of the domain's `targetState`; `$3` is now. A transferred span is told by its successor. */
const late = 't.finished_at is null and t.released_at is null and a.due_at < $3';
const states: Record<string, string> = {
  not_started:
    't.finished_at is null and t.released_at is null and t.started_at is null and coalesce(a.due_at >= $3, true)',
  under_way:
    't.finished_at is null and t.released_at is null and t.started_at is not null and coalesce(a.due_at >= $3, true)',
  finished: 't.finished_at is not null',
  in_grace: `${late} and a.grace_until >= $3`,
  overdue: `${late} and coalesce(a.grace_until < $3, true)`,
  released: 't.released_at is not null and t.finished_at is null',
};

/** Who is assigned, by name in pinyin order, inside the actor's subtrees. Released people show when asked for, or when they finished. */
@Handles(assignments.listTargets)
export class ListTargets implements Handler<typeof assignments.listTargets> {
  constructor(
    private readonly pg: Pg,
    private readonly clock: Clock,
  ) {}

  async run({ actor, params: { assignmentId }, query }: CallOf<typeof assignments.listTargets>) {
    const now = this.clock.now();
    const { dueAt, graceUntil } = await assignmentDetail(this.pg, actor, assignmentId, now);
    const after = readCursor(query.cursor, place);
    const params: unknown[] = [assignmentId, query.limit + 1, now, after?.[0] ?? null, after?.[1] ?? null];
    const wanted = [scopeSql(actor, 'assignments.read', 'o.path', params)];
    wanted.push(query.state ? (states[query.state] ?? 'false') : 't.released_at is null');
    if (query.q) {
      const q = params.push(like(query.q));
      wanted.push(`(p.name ilike '%' || $${q} || '%' or p.initials like lower($${q}) || '%')`);
    }
    const from = `assignment_target t join assignment a on a.id = t.assignment_id join person p on p.id = t.person_id
      join organization o on o.id = t.organization_id
      where t.assignment_id = $1 and t.release_reason is distinct from 'transferred' and ${wanted.join(' and ')}`;
    const rows = await this.pg.query<Row>(
      `select t.id, p.id as "personId", p.name, o.name as "organizationName", o.path::text as path, t.assigned_at as "assignedAt",
         t.started_at as "startedAt", t.finished_at as "finishedAt", t.released_at as "releasedAt", t.reasons as places,
         h.content -> 'rules' as rules, case when $4::text is null then (select count(*)::int from ${from} and $3::timestamptz is not null) end as total
       from ${from.replace('where', `join assignment_version h on h.assignment_id = t.assignment_id and h.number = t.version where`)}
         and $3::timestamptz is not null and ($4::text is null or (p.name ${BY_NAME}, t.id) > ($4::text ${BY_NAME}, $5::uuid))
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
        state: targetState({ ...row, ...due }, now),
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
}
