import type { Sql } from '../../database/sql.ts';
import { BY_NAME } from '../people/index.ts';
import { childrenOn, type Below } from './figures.queries.ts';
import type { Sight } from './sight.ts';

export interface TrainingFigures {
  assigned: number;
  started: number;
  finished: number;
  overdue: number;
}
export interface TrainedRow extends TrainingFigures {
  assignmentId: string;
  title: string;
  organizationName: string;
  required: boolean;
  opensAt: Date;
  deadline: Date | null;
  publishedAt: Date;
}

/** The total of an assignment for an organization on a day. */
const trainedOn = (organization: string, assignment: string, day: string) => `
  (select t.assigned, t.started, t.finished from training_sum t
   where t.organization_id = ${organization} and t.assignment_id = ${assignment} and t.day <= ${day} order by t.day desc limit 1)`;

/** Until when `a` was to be done, as it was said at $3, the end of the day: a later change of the dates does not reach back. */
const deadline = `
  (select case when v.content is null then coalesce(a.grace_until, a.due_at)
     else coalesce((v.content ->> 'graceUntil')::timestamptz, (v.content ->> 'dueAt')::timestamptz) end as deadline
   from (select) one left join lateral (
     select content from assignment_version v where v.assignment_id = a.id and a.updated_at >= $3::timestamptz and v.at < $3::timestamptz
     order by v.number desc limit 1) v on true)`;
const overdue = `case when d.deadline < $4::timestamptz then coalesce(s.assigned - s.finished, 0) else 0 end`;

/** $1 organization, $2 day, $3 its end, $4 by when what was due is late. */
const trained = `
  assignment a
  left join lateral ${trainedOn('$1', 'a.id', '$2::date')} s on true
  cross join lateral ${deadline} d
  join organization o on o.id = a.organization_id`;
const columns = `a.id as "assignmentId", a.title, o.name as "organizationName", a.required, a.opens_at as "opensAt", d.deadline,
  a.published_at as "publishedAt", coalesce(s.assigned, 0) as assigned, coalesce(s.started, 0) as started,
  coalesce(s.finished, 0) as finished, ${overdue} as overdue`;

/** Of all training whose time is not over before the year of the day begins. */
export async function trainingOfYear(db: Sql, { id, day, ends, until }: Sight, zone: string): Promise<TrainingFigures> {
  const row = await db.one<TrainingFigures>(
    `select coalesce(sum(s.assigned), 0)::int as assigned, coalesce(sum(s.started), 0)::int as started,
       coalesce(sum(s.finished), 0)::int as finished, coalesce(sum(${overdue}), 0)::int as overdue
     from ${trained} where d.deadline is null or d.deadline >= date_trunc('year', $2::date)::timestamp at time zone $5`,
    [id, day, ends, until, zone],
  );
  return row ?? { assigned: 0, started: 0, finished: 0, overdue: 0 };
}

/** Latest first, one more than `limit`. */
export function listTrained(
  db: Sql,
  { id, day, ends, until }: Sight,
  {
    state,
    after,
    limit,
  }: { state?: 'running' | 'overdue' | undefined; after: readonly [string, string] | null; limit: number },
) {
  const where = ['s.assigned > 0'];
  if (state === 'running') where.push('(d.deadline is null or d.deadline >= $4::timestamptz)');
  if (state === 'overdue') where.push(`${overdue} > 0`);
  return db.query<TrainedRow & { total: number }>(
    `select * from (select ${columns}, count(*) over ()::int as total from ${trained} where ${where.join(' and ')}) r
     where $5::timestamptz is null or ("publishedAt", "assignmentId") < ($5, $6::uuid) order by "publishedAt" desc, "assignmentId" desc limit $7`,
    [id, day, ends, until, after?.[0] ?? null, after?.[1] ?? null, limit + 1],
  );
}

/** One assignment; null when nobody below the organization ever had it. */
export function trainedRow(db: Sql, { id, day, ends, until }: Sight, assignmentId: string): Promise<TrainedRow | null> {
  return db.one<TrainedRow>(
    `select ${columns} from ${trained}
     where a.id = $5 and exists (select from training_sum t where t.organization_id = $1 and t.assignment_id = a.id)`,
    [id, day, ends, until, assignmentId],
  );
}

/** The same of each child of that day that had somebody. */
export function trainedChildren(db: Sql, { id, day }: Sight, assignmentId: string, zone: string) {
  return db.query<Below & Omit<TrainingFigures, 'overdue'>>(
    `select c.id as "organizationId", c.name, c.kind, s.assigned, s.started, s.finished
     from ${childrenOn} c cross join lateral ${trainedOn('c.id', '$4', '$2::date')} s
     where s.assigned > 0 order by c.name ${BY_NAME}, c.id`,
    [id, day, zone, assignmentId],
  );
}

/** Week by week up to the day; nothing where the organization stood outside the actor's sight. */
export function trainedTrend(db: Sql, { id, day, granted }: Sight, assignmentId: string) {
  return db.query<{ day: string; assigned: number; started: number; finished: number }>(
    `select p.day::text as day, s.assigned, s.started, s.finished
     from (select $2::date - 7 * n as day from generate_series(0, 12) n) p
     cross join lateral ${trainedOn('$1', '$3', 'p.day')} s
     where exists (select from organization_below b where b.organization_id = $1 and b.ancestor_id = any($4::uuid[])
       and b.from_day <= p.day and b.to_day > p.day)
     order by p.day`,
    [id, day, assignmentId, granted],
  );
}

/** A row on the wire. */
export function trainedView({ opensAt, deadline: until, publishedAt: _publishedAt, ...row }: TrainedRow) {
  return { ...row, opensAt: opensAt.toISOString(), deadline: until?.toISOString() ?? null };
}
