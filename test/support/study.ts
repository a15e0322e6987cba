/** Runs a statement; rows of it. The owner's or the application's connection. */
export type Query = (sql: string, params?: unknown[]) => Promise<Record<string, unknown>[]>;

export interface StudyLesson {
  title?: string;
  kind?: 'video' | 'article';
  /** Length of the recording, or the minimum reading time. */
  durationMs: number;
  required?: boolean;
}

export interface StudyCourse {
  id: string;
  versionId: string;
  unitId: string;
  lessonIds: string[];
}

/** A published course with one unit, made in the tables: no upload, no ffmpeg. */
export async function publishedCourse(
  query: Query,
  organizationId: string,
  lessons: StudyLesson[],
  options: { title?: string; visibility?: 'subtree' | 'school' } = {},
): Promise<StudyCourse> {
  const { title = '测试课程', visibility = 'school' } = options;
  const id = await one(
    query,
    `insert into course (organization_id, title, initials, visibility, created_at, updated_at) values ($1, $2, '', $3, '2026-01-01', '2026-01-01')`,
    [organizationId, title, visibility],
  );
  const unitId = await one(query, `insert into unit (course_id, title, ordinal) values ($1, '第一单元', 1)`, [id]);
  const course = { id, unitId, versionId: '', lessonIds: [] as string[] };
  for (const [index, lesson] of lessons.entries()) {
    const { title: lessonTitle = `第 ${index + 1} 课`, kind = 'video' } = lesson;
    const mediaId = kind === 'video' ? await readyMedia(query, organizationId, lesson.durationMs) : null;
    course.lessonIds.push(
      await one(
        query,
        `insert into lesson (unit_id, kind, title, required, ordinal, media_id, article_html, minimum_reading_seconds)
         values ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [
          unitId,
          kind,
          lessonTitle,
          lesson.required ?? true,
          index + 1,
          mediaId,
          mediaId ? null : '<p>文章</p>',
          mediaId ? null : lesson.durationMs / 1000,
        ],
      ),
    );
  }
  course.versionId = await publish(query, course.id);
  return course;
}

/** Freezes the draft as it stands into the next version. */
export async function publish(query: Query, courseId: string): Promise<string> {
  const versionId = await one(
    query,
    `insert into course_version (course_id, number, title, summary, description_html, duration_ms, search_text, published_at)
     select c.id, 1 + (select count(*) from course_version v where v.course_id = c.id), c.title, '', '', 0, c.title, '2026-01-01'
     from course c where c.id = $1`,
    [courseId],
  );
  await query(
    `insert into lesson_version (course_version_id, lesson_id, unit_id, unit_title, unit_ordinal, ordinal, kind, title, required, media_id,
       article_html, duration_ms)
     select $1, l.id, u.id, u.title, u.ordinal, l.ordinal, l.kind, l.title, l.required, l.media_id, l.article_html,
       coalesce(m.duration_ms, l.minimum_reading_seconds * 1000)
     from unit u join lesson l on l.unit_id = u.id and l.removed_at is null left join media m on m.id = l.media_id where u.course_id = $2`,
    [versionId, courseId],
  );
  await query(
    `update course set published_version_id = $1, published_revision = revision, published_at = '2026-01-01' where id = $2`,
    [versionId, courseId],
  );
  return versionId;
}

export function readyMedia(query: Query, organizationId: string, durationMs: number): Promise<string> {
  return one(
    query,
    `insert into media (organization_id, title, state, source_name, source_bytes, duration_ms, created_at)
     values ($1, '录像', 'ready', 'lecture.mp4', 1, $2, '2026-01-01')`,
    [organizationId, durationMs],
  );
}

async function one(query: Query, insert: string, params: unknown[]): Promise<string> {
  const [row] = await query(`${insert} returning id`, params);
  return String(row?.id);
}
