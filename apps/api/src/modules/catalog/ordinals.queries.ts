import type { Sql } from '../../database/sql.ts';

/** The place after the last unit of a draft; the caller holds the course. */
export const nextUnitOrdinal = (sql: Sql, courseId: string): Promise<number> =>
  next(sql, 'select max(ordinal) as last from unit where course_id = $1 and removed_at is null', courseId);

/** The place after the last lesson of a unit; the caller holds the course. */
export const nextLessonOrdinal = (sql: Sql, unitId: string): Promise<number> =>
  next(sql, 'select max(ordinal) as last from lesson where unit_id = $1 and removed_at is null', unitId);

async function next(sql: Sql, statement: string, id: string): Promise<number> {
  return ((await sql.one<{ last: number | null }>(statement, [id]))?.last ?? 0) + 1;
}
