import type { assignments, ResponseOf } from '@dangxiao/contracts';
import type { Sql } from '../../database/sql.ts';
import type { Actor } from '../../http/actor.ts';
import type { Scope } from '../../http/scope.ts';
import { ApiError } from '../../http/api-error.ts';
import { changedFields, type Content } from './history.ts';
import { namesIn } from './reasons.ts';
import { countsSql } from './tallies.ts';
import type { Item } from './checks.ts';

type Detail = ResponseOf<typeof assignments.getAssignment>;
type Listed = ResponseOf<typeof assignments.listAssignments>['items'][number];
export type Row = Omit<Listed, 'opensAt' | 'dueAt' | 'graceUntil'> & {
  opensAt: Date;
  dueAt: Date | null;
  graceUntil: Date | null;
};

/** Columns of a list's row from `a` (assignment) and `o` (its organization); `now` is SQL of the present. */
export const rowColumns = (
  now: string,
) => `a.id, a.organization_id as "organizationId", o.name as "organizationName", a.title, a.state, a.mode,
  a.required, a.opens_at as "opensAt", a.due_at as "dueAt", a.grace_until as "graceUntil", a.revision,
  ${countsSql(now)} as counts,
  (select json_build_object('done', f.done, 'total', f.total, 'finished', f.finished_at is not null)
   from assignment_fill f where f.assignment_id = a.id) as progress`;

export const rowView = ({ opensAt, dueAt, graceUntil, ...row }: Row): Listed => ({
  ...row,
  opensAt: opensAt.toISOString(),
  dueAt: dueAt?.toISOString() ?? null,
  graceUntil: graceUntil?.toISOString() ?? null,
});

const more = `a.description, a.rules, a.withdrawn_reason as "withdrawnReason",
  coalesce((select json_agg(json_build_object('kind', i.kind, 'id', coalesce(i.course_id, i.exam_id, p.id),
     'title', coalesce(c.title, e.title, p.title), 'outdated', coalesce(p.current_version_id <> i.programme_version_id, false)) order by i.ordinal)
   from assignment_item i left join course c on c.id = i.course_id left join unit_exam e on e.id = i.exam_id
   left join programme_version v on v.id = i.programme_version_id left join programme p on p.id = v.programme_id
   where i.assignment_id = a.id), '[]') as items,
  coalesce((select json_agg(json_build_object('number', h.number, 'action', h.action, 'at', to_json(h.at), 'reason', h.reason,
     'content', h.content, 'by', coalesce(person.name, account.login, '')) order by h.number desc)
   from assignment_version h left join account on account.id = h.account_id left join person on person.id = account.person_id
   where h.assignment_id = a.id), '[]') as history`;

type Step = Omit<Detail['history'][number], 'changed'> & { content: Content };
type DetailRow = Row & Pick<Detail, 'description' | 'rules' | 'withdrawnReason' | 'items'> & { history: Step[] };

/** @throws ApiError assignment_not_found, also for one of another organization */
export async function assignmentDetail(
  db: Sql,
  scope: Scope<'assignments.read' | 'assignments.write'>,
  id: string,
  now: Date,
): Promise<Detail> {
  const params: unknown[] = [id, now];
  const inside = scope.sql('o.path', params);
  const row = await db.one<DetailRow>(
    `select ${rowColumns('$2::timestamptz')}, ${more} from assignment a join organization o on o.id = a.organization_id where a.id = $1 and ${inside}`,
    params,
  );
  if (!row) throw new ApiError('assignment_not_found');
  const { description, rules, withdrawnReason, items, history, ...rest } = row;
  const names = await namesIn(db, [rules]);
  const dated = history.map(({ content, ...entry }, place) => ({
    ...entry,
    at: new Date(entry.at).toISOString(),
    changed: changedFields(history[place + 1]?.content, content),
  }));
  return { ...rowView(rest), description, rules, withdrawnReason, items, history: dated, names };
}

/** Locks an assignment of the actor's subtrees for a change, its fill first: the order in which fills lock. */
export async function lockAssignment(tx: Sql, scope: Scope<'assignments.write'>, id: string): Promise<void> {
  const params: unknown[] = [id];
  const inside = scope.sql('o.path', params);
  await tx.execute('select from assignment_fill where assignment_id = $1 for update', [id]);
  const row = await tx.one(
    `select a.id from assignment a join organization o on o.id = a.organization_id where a.id = $1 and ${inside} for update of a`,
    params,
  );
  if (!row) throw new ApiError('assignment_not_found');
}

/** Replaces the content; a programme is pinned as it stands. */
export async function writeItems(tx: Sql, assignmentId: string, items: readonly Item[]): Promise<void> {
  await tx.execute('delete from assignment_item where assignment_id = $1', [assignmentId]);
  await tx.execute(
    `insert into assignment_item (assignment_id, ordinal, kind, course_id, exam_id, programme_version_id)
     select $1, i.ordinal, i.kind, case when i.kind = 'course' then i.id end, case when i.kind = 'exam' then i.id end,
       case when i.kind = 'programme' then (select current_version_id from programme p where p.id = i.id) end
     from unnest($2::text[], $3::uuid[]) with ordinality as i (kind, id, ordinal)`,
    [assignmentId, items.map((item) => item.kind), items.map((item) => item.id)],
  );
}

/** Pins programmes as they stand now: a draft may have waited while they were changed. */
export async function pinProgrammes(tx: Sql, assignmentId: string): Promise<void> {
  await tx.execute(
    `update assignment_item i set programme_version_id = p.current_version_id
     from programme_version v join programme p on p.id = v.programme_id
     where i.assignment_id = $1 and v.id = i.programme_version_id`,
    [assignmentId],
  );
}

/** Keeps how the assignment stands after a step, in the history that is never changed. */
export async function writeVersion(
  tx: Sql,
  detail: Detail,
  step: { action: 'published' | 'changed' | 'withdrawn'; actor: Actor; reason: string | null; now: Date },
): Promise<number> {
  const { title, description, mode, required, opensAt, dueAt, graceUntil, rules, items } = detail;
  const content = { title, description, mode, required, opensAt, dueAt, graceUntil, rules, items };
  const row = await tx.one<{ version: number }>(
    'update assignment set version = version + 1 where id = $1 returning version',
    [detail.id],
  );
  const number = row?.version ?? 1;
  await tx.execute(
    `insert into assignment_version (assignment_id, number, action, at, account_id, reason, content) values ($1, $2, $3, $4, $5, $6, $7)`,
    [detail.id, number, step.action, step.now, step.actor.accountId, step.reason, JSON.stringify(content)],
  );
  return number;
}
