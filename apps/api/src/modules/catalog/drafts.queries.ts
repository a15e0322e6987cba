import type { catalog, ResponseOf } from '@dangxiao/contracts';
import type { Sql } from '../../database/sql.ts';
import { ApiError } from '../../http/api-error.ts';
import type { Scope } from '../../http/scope.ts';
import { draftSnapshot, versionSnapshot } from './snapshots.ts';

export type CourseDraft = ResponseOf<typeof catalog.getCourseDraft>;
export type UnitDraft = CourseDraft['units'][number];
export type LessonDraft = UnitDraft['lessons'][number];

/** JSON of a lesson of the draft; needs `l` (lesson) and `m` (its media or null). */
const lessonJson = `jsonb_build_object('id', l.id, 'unitId', l.unit_id, 'kind', l.kind, 'title', l.title,
  'required', l.required, 'mediaId', l.media_id, 'mediaState', coalesce(m.state, 'none'),
  'durationMs', case l.kind when 'video' then m.duration_ms else l.minimum_reading_seconds * 1000 end,
  'articleHtml', l.article_html, 'minimumReadingSeconds', l.minimum_reading_seconds, 'revision', l.revision)`;
const lessonsOf = (unit: string) => `coalesce((
  select jsonb_agg(${lessonJson} order by l.ordinal, l.id) from lesson l left join media m on m.id = l.media_id
  where l.unit_id = ${unit} and l.removed_at is null), '[]')`;
const unitJson = `jsonb_build_object('id', u.id, 'title', u.title, 'lessons', ${lessonsOf('u.id')},
  'examId', (select e.id from unit_exam e where e.unit_id = u.id and e.removed_at is null), 'revision', u.revision)`;

/** `c` is the course; its state as the contract words it. */
export const courseState = `case when c.archived_at is not null then 'archived'
  when c.published_version_id is not null then 'published' else 'draft' end`;

const draft = `
  select c.id, c.title, c.summary, c.description_html as "descriptionHtml", c.instructor_id as "instructorId",
    i.name as "instructorName", c.organization_id as "organizationId", o.name as "organizationName", c.visibility,
    ${courseState} as state, '/api/v1/files/' || c.cover_file_id as "coverUrl", v.number as "publishedVersion",
    c.published_at as "publishedAt", c.revision,
    v.id is null or ${draftSnapshot('c')} <> ${versionSnapshot('v')} as changed,
    coalesce((select jsonb_agg(${unitJson} order by u.ordinal, u.id) from unit u
      where u.course_id = c.id and u.removed_at is null), '[]') as units
  from course c
  join organization o on o.id = c.organization_id
  left join person i on i.id = c.instructor_id
  left join course_version v on v.id = c.published_version_id`;

type Row = Omit<CourseDraft, 'publishedAt'> & { publishedAt: Date | null };
const view = (row: Row): CourseDraft => ({ ...row, publishedAt: row.publishedAt?.toISOString() ?? null });

/** The whole draft, for somebody who may read it. @throws ApiError course_not_found */
export async function courseDraft(
  sql: Sql,
  scope: Scope<'courses.read' | 'courses.write'>,
  courseId: string,
): Promise<CourseDraft> {
  const params: unknown[] = [courseId];
  const row = await sql.one<Row>(`${draft} where c.id = $1 and ${scope.sql('o.path', params)}`, params);
  if (!row) throw new ApiError('course_not_found');
  return view(row);
}

/** One unit of the draft; access was checked. */
export async function unitDraft(sql: Sql, unitId: string): Promise<UnitDraft> {
  const row = await sql.one<{ unit: UnitDraft }>(`select ${unitJson} as unit from unit u where u.id = $1`, [unitId]);
  if (!row) throw new ApiError('unit_not_found');
  return row.unit;
}

/** One lesson of the draft; access was checked. */
export async function lessonDraft(sql: Sql, lessonId: string): Promise<LessonDraft> {
  const row = await sql.one<{ lesson: LessonDraft }>(
    `select ${lessonJson} as lesson from lesson l left join media m on m.id = l.media_id where l.id = $1`,
    [lessonId],
  );
  if (!row) throw new ApiError('lesson_not_found');
  return row.lesson;
}
