import type { Sql } from '../../database/sql.ts';

interface Part {
  /** Who was assigned later than the step is not told of it. */
  assignedBefore: Date;
  /** Those from whom it was taken back, instead of those who have it. */
  withdrawn: boolean;
  place: string | null;
  limit: number;
}

/** People who have an assignment now (or had it until it was withdrawn) and have not finished it, in the order of their ids after a place. */
export async function unfinishedAfter(
  sql: Sql,
  assignmentId: string,
  { assignedBefore, withdrawn, place, limit }: Part,
) {
  const rows = await sql.query<{ personId: string }>(
    `select t.person_id as "personId" from assignment_target t
     where t.assignment_id = $1 and ${withdrawn ? `t.release_reason = 'withdrawn'` : 't.released_at is null'} and t.finished_at is null and t.assigned_at <= $2
       and ($3::uuid is null or t.person_id > $3)
     order by t.person_id limit $4`,
    [assignmentId, assignedBefore, place, limit],
  );
  return rows.map((row) => row.personId);
}
