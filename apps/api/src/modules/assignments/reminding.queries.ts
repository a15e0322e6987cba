import type { Sql } from '../../database/sql.ts';
import type { Scope } from '../../http/scope.ts';
import { ApiError } from '../../http/api-error.ts';
import { BY_NAME } from '../people/index.ts';
import { targetStates, targetTables } from './targets.sql.ts';

export type Who = 'unfinished' | 'overdue';

export interface Reminded {
  id: string;
  organizationId: string;
  title: string;
  dueAt: string | null;
  graceUntil: string | null;
}
interface Row {
  state: string;
  opensAt: Date;
  organizationId: string;
  title: string;
  dueAt: Date | null;
  graceUntil: Date | null;
}

/** An assignment of the actor's subtrees. @throws ApiError assignment_not_found */
export async function ownAssignment(sql: Sql, scope: Scope<'assignments.write'>, id: string): Promise<Row> {
  const params: unknown[] = [id];
  const inside = scope.sql('o.path', params);
  const row = await sql.one<Row>(
    `select a.state, a.opens_at as "opensAt", a.organization_id as "organizationId", a.title, a.due_at as "dueAt", a.grace_until as "graceUntil"
     from assignment a join organization o on o.id = a.organization_id where a.id = $1 and ${inside}`,
    params,
  );
  if (!row) throw new ApiError('assignment_not_found');
  return row;
}

/** The assignment that people are to be reminded of. @throws ApiError where nobody can be reminded of it yet, or any more */
export async function remindable(
  sql: Sql,
  scope: Scope<'assignments.write'>,
  id: string,
  now: Date,
): Promise<Reminded> {
  const { state, opensAt, organizationId, title, dueAt, graceUntil } = await ownAssignment(sql, scope, id);
  if (state !== 'published') throw new ApiError('assignment_not_published');
  if (opensAt > now) throw new ApiError('assignment_not_open');
  const due = { dueAt: dueAt?.toISOString() ?? null, graceUntil: graceUntil?.toISOString() ?? null };
  return { id, organizationId, title, ...due };
}

/** `person_id`, `name` and, where they are not to be reminded, why (`left_out`), of who has not finished. */
function candidates(
  scope: Scope<'assignments.write'>,
  id: string,
  who: Who,
  now: Date,
): { text: string; params: unknown[] } {
  const params: unknown[] = [id, now];
  const where = [scope.sql('o.path', params)];
  if (who === 'overdue') where.push(targetStates('$2::timestamptz').overdue);
  const text = `
    select t.person_id, p.name, case when p.exempt then 'exempt' when exists (
      select from notice n where n.recipient_id = t.person_id and n.code like 'reminder.%' and n.params ->> 'assignmentId' = $1::text
        and n.created_at > $2::timestamptz - interval '24 hours') then 'recent' end as left_out
    from ${targetTables}
    where t.assignment_id = $1::uuid and t.released_at is null and t.finished_at is null and ${where.join(' and ')}`;
  return { text, params };
}

interface Preview {
  count: number;
  names: string[];
  leftOut: { recent: number; exempt: number };
}

/** How many would be reminded, the first of them, and how many are left out for which reason. */
export async function previewOf(
  sql: Sql,
  scope: Scope<'assignments.write'>,
  id: string,
  who: Who,
  now: Date,
): Promise<Preview> {
  const { text, params } = candidates(scope, id, who, now);
  const row = await sql.one<Preview>(
    `with c as materialized (${text})
     select count(*) filter (where left_out is null)::int as count,
       coalesce((select array_agg(f.name) from (select name from c where left_out is null order by name ${BY_NAME} limit 10) f), '{}') as names,
       json_build_object('recent', count(*) filter (where left_out = 'recent'), 'exempt', count(*) filter (where left_out = 'exempt')) as "leftOut"
     from c`,
    params,
  );
  return row ?? { count: 0, names: [], leftOut: { recent: 0, exempt: 0 } };
}

/** Who is to be reminded now. */
export async function peopleToRemind(
  sql: Sql,
  scope: Scope<'assignments.write'>,
  id: string,
  who: Who,
  now: Date,
): Promise<string[]> {
  const { text, params } = candidates(scope, id, who, now);
  const rows = await sql.query<{ id: string }>(
    `select c.person_id as id from (${text}) c where c.left_out is null order by c.person_id`,
    params,
  );
  return rows.map((row) => row.id);
}

/** How many a click told that was made before; undefined for a new one. */
export async function toldBefore(sql: Sql, id: string, key: string): Promise<number | undefined> {
  const row = await sql.one<{ told: number }>('select told from reminder_run where assignment_id = $1 and step = $2', [
    id,
    `now-${key}`,
  ]);
  return row?.told;
}

/** Keeps what a click did: a run that is through. */
export async function keepClick(sql: Sql, id: string, key: string, told: number, now: Date): Promise<void> {
  await sql.execute(
    `insert into reminder_run (assignment_id, step, deadline, step_at, after_change, told, created_at, finished_at)
     values ($1, $2, $3, $3, uuidv7(), $4, $3, $3)`,
    [id, `now-${key}`, now, told],
  );
}
