import type { Tx } from '../../database/unit-of-work.ts';
import { ApiError } from '../../http/api-error.ts';
import type { Scope } from '../../http/scope.ts';
import { Course } from './entities/course.ts';

export interface LockedCourse {
  id: string;
  title: string;
  organizationId: string;
  revision: number;
  archived: boolean;
}

/** Who edits the course itself, or the exam of a unit. */
type Writing = Scope<'courses.write' | 'exams.write'>;

const columns = `c.id, c.title, c.organization_id as "organizationId", c.revision, c.archived_at is not null as archived`;

/**
 * Locks a course of the actor's subtrees, so that edits, ordering and publishing of one course follow one another.
 * @throws ApiError course_not_found, also for another organization's; course_archived unless `archived` is allowed
 */
export async function lockCourse(
  tx: Tx,
  scope: Writing,
  courseId: string,
  { archived = false }: { archived?: boolean } = {},
): Promise<LockedCourse> {
  const params: unknown[] = [courseId];
  const course = await tx.one<LockedCourse>(
    `select ${columns} from course c join organization o on o.id = c.organization_id
     where c.id = $1 and ${scope.sql('o.path', params)} for update of c`,
    params,
  );
  if (!course) throw new ApiError('course_not_found');
  if (course.archived && !archived) throw new ApiError('course_archived');
  return course;
}

/** Locks the course of a unit of the draft. @throws ApiError unit_not_found, course_archived */
export async function lockUnit(
  tx: Tx,
  scope: Writing,
  unitId: string,
): Promise<{ course: LockedCourse; title: string; revision: number }> {
  const row = await tx.one<{ courseId: string }>(
    'select course_id as "courseId" from unit where id = $1 and removed_at is null',
    [unitId],
  );
  const course = row && (await lockCourse(tx, scope, row.courseId).catch(renamed('unit_not_found')));
  const unit = await tx.one<{ title: string; revision: number }>(
    'select title, revision from unit where id = $1 and removed_at is null',
    [unitId],
  );
  if (!course || !unit) throw new ApiError('unit_not_found');
  return { course, ...unit };
}

export interface LockedLesson {
  course: LockedCourse;
  unitId: string;
  kind: 'video' | 'article';
  title: string;
  revision: number;
}

/** Locks the course of a lesson of the draft. @throws ApiError lesson_not_found, course_archived */
export async function lockLesson(tx: Tx, scope: Writing, lessonId: string): Promise<LockedLesson> {
  const find = `select l.unit_id as "unitId", l.kind, l.title, l.revision from lesson l join unit u on u.id = l.unit_id
    where l.id = $1 and l.removed_at is null and u.removed_at is null`;
  const before = await tx.one<LockedLesson>(find, [lessonId]);
  const unit = before && (await lockUnit(tx, scope, before.unitId).catch(renamed('lesson_not_found')));
  // read again: it may have been edited, moved or removed while we waited for the lock
  const lesson = await tx.one<LockedLesson>(find, [lessonId]);
  if (!unit || !lesson) throw new ApiError('lesson_not_found');
  return { ...lesson, course: unit.course };
}

/** Marks the course as edited. Its own revision changes with its own fields and its order only. */
export async function touchCourse(tx: Tx, courseId: string, now: Date): Promise<void> {
  await tx.update(Course, { id: courseId }, { updatedAt: now });
}

/** A missing parent is answered as the thing that was asked for. */
const renamed = (code: 'unit_not_found' | 'lesson_not_found') => (error: unknown) => {
  if (error instanceof ApiError && error.status === 404) throw new ApiError(code);
  throw error;
};
