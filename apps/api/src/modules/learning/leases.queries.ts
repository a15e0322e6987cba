import { visibleCourses } from '../../database/fragments/visible-courses.ts';
import type { Sql } from '../../database/sql.ts';

/** A published lesson as a lease needs it. */
export interface StudyLesson {
  lessonVersionId: string;
  kind: 'video' | 'article';
  mediaId: string | null;
  durationMs: number;
}

/** The lesson in the published version of a course that the person may see; null for any other. */
export function studyLesson(sql: Sql, personId: string, courseId: string, lessonId: string) {
  return sql.one<StudyLesson>(
    `select lv.id as "lessonVersionId", lv.kind, lv.media_id as "mediaId", lv.duration_ms as "durationMs"
     from ${visibleCourses('$1')} v join lesson_version lv on lv.course_version_id = v.version_id
     where v.id = $2 and lv.lesson_id = $3`,
    [personId, courseId, lessonId],
  );
}

/** One opening at a time for a person. */
export async function lockPerson(sql: Sql, personId: string): Promise<void> {
  await sql.execute('select from person where id = $1 for no key update', [personId]);
}

export interface LiveLease {
  id: string;
  lessonId: string;
  lastHeartbeatAt: Date;
  playing: boolean;
  lessonTitle: string;
  courseTitle: string;
}

/** Locks and returns the person's live lease. */
export function liveLease(sql: Sql, personId: string) {
  return sql.one<LiveLease>(
    `select l.id, l.lesson_id as "lessonId", l.last_heartbeat_at as "lastHeartbeatAt", l.playing, lv.title as "lessonTitle", cv.title as "courseTitle"
     from playback_lease l
     join lesson_version lv on lv.id = l.lesson_version_id
     join course_version cv on cv.id = lv.course_version_id
     where l.person_id = $1 and l.ended_at is null for update of l`,
    [personId],
  );
}

/** The domain's `endLease`: time accrues up to this instant, and the lease's queued heartbeats are still welcome for a while. */
export async function endLiveLease(sql: Sql, leaseId: string, now: Date): Promise<void> {
  await sql.execute(`update playback_lease set ended_at = greatest($2, last_heartbeat_at) where id = $1`, [
    leaseId,
    now,
  ]);
}

export interface NewLease {
  personId: string;
  lessonId: string;
  lessonVersionId: string;
  courseId: string;
  durationMs: number;
  policyVersion: number;
  completionPercent: number;
  maxRate: number;
  startedAt: Date;
}

export async function insertLease(sql: Sql, lease: NewLease): Promise<string> {
  const row = await sql.one<{ id: string }>(
    `insert into playback_lease (person_id, lesson_id, lesson_version_id, course_id, duration_ms, policy_version, completion_percent, max_rate,
       started_at, last_heartbeat_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9) returning id`,
    [
      lease.personId,
      lease.lessonId,
      lease.lessonVersionId,
      lease.courseId,
      lease.durationMs,
      lease.policyVersion,
      lease.completionPercent,
      lease.maxRate,
      lease.startedAt,
    ],
  );
  if (!row) throw new Error('A lease was not made');
  return row.id;
}

export interface ProgressRow {
  coverage: string;
  frontierMs: number;
  completedAt: Date | null;
}

/**
 * The person's progress in the lesson, made when it is the first lease. What was covered of another recording (other media, or another
 * length) says nothing of this one: unless the lesson is completed it begins anew; its heartbeats stay as evidence.
 */
export async function beginProgress(sql: Sql, lease: NewLease, mediaId: string | null): Promise<ProgressRow> {
  const row = await sql.one<ProgressRow>(
    `insert into lesson_progress as p (person_id, lesson_id, course_id, lesson_version_id, updated_at) values ($1, $2, $3, $4, $5)
     on conflict (person_id, lesson_id) do update set
       (course_id, lesson_version_id, coverage, frontier_ms, position_ms) = (
         select case when p.completed_at is null then excluded.course_id else p.course_id end,
           case when p.completed_at is null then excluded.lesson_version_id else p.lesson_version_id end,
           case when same then p.coverage else '{}' end, case when same then p.frontier_ms else 0 end,
           case when same then p.position_ms else 0 end
         from (select p.completed_at is not null or (lv.media_id is not distinct from $6 and lv.duration_ms = $7) as same
               from lesson_version lv where lv.id = p.lesson_version_id))
     returning p.coverage, p.frontier_ms as "frontierMs", p.completed_at as "completedAt"`,
    [lease.personId, lease.lessonId, lease.courseId, lease.lessonVersionId, lease.startedAt, mediaId, lease.durationMs],
  );
  if (!row) throw new Error('Progress was not made');
  return row;
}
