import type { Sql } from '../../database/sql.ts';

/** So many rows of an assignment are read at once without being noticed. */
const MANY = 200;

/** SQL of the counts of an assignment `a`, from its tallies; `now` is SQL of the present. */
export const countsSql = (now: string) => `(
  select json_build_object('assigned', coalesce(sum(y.assigned), 0), 'started', coalesce(sum(y.started), 0),
    'finished', coalesce(sum(y.finished), 0),
    'overdue', case when coalesce(a.grace_until, a.due_at) < ${now} then coalesce(sum(y.assigned) - sum(y.finished), 0) else 0 end)
  from assignment_tally y where y.assignment_id = a.id)`;

/** Sums up the tallies of assignments that have many; those that others are just writing stay for the next time. */
export async function sumTallies(tx: Sql): Promise<void> {
  await tx.execute(
    `with many as (select assignment_id from assignment_tally group by 1 having count(*) > ${MANY} limit 10),
     taken as (
       delete from assignment_tally where id = any(array(
         select y.id from assignment_tally y join many using (assignment_id) for update of y skip locked))
       returning *)
     insert into assignment_tally (assignment_id, assigned, started, finished)
     select assignment_id, sum(assigned), sum(started), sum(finished) from taken group by 1`,
  );
}
