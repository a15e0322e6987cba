import type { media, ResponseOf } from '@dangxiao/contracts';
import type { Sql } from '../../database/sql.ts';
import type { Tx } from '../../database/unit-of-work.ts';
import type { Scope } from '../../http/scope.ts';
import { ApiError } from '../../http/api-error.ts';

export type MediaView = ResponseOf<typeof media.getMedia>;
export type MediaRow = Omit<MediaView, 'createdAt'> & { createdAt: Date };

const base = `'/api/v1/media/' || m.id`;

/** Lessons of drafts and of versions in force that use the lecture, as far as the actor may see their courses. */
const usedIn = (inside: string) => `coalesce((
  select jsonb_agg(distinct jsonb_build_object('courseId', c.id, 'courseTitle', c.title, 'lessonTitle', used.title))
  from (
    select u.course_id, l.title from lesson l join unit u on u.id = l.unit_id
    where l.media_id = m.id and l.removed_at is null and u.removed_at is null
    union
    select v.course_id, l.title from lesson_version l join course_version v on v.id = l.course_version_id
      join course live on live.published_version_id = v.id
    where l.media_id = m.id) used
  join course c on c.id = used.course_id join organization o on o.id = c.organization_id
  where ${inside}), '[]')`;

/** Columns of the administrators' view of a lecture; needs `m` (media) and `owner` (its organization). Appends to `params`. */
export const mediaColumns = (scope: Scope<'courses.read'>, params: unknown[]) => `
  m.id, m.title, m.organization_id as "organizationId", owner.name as "organizationName", m.state, m.progress, m.step,
  case when m.state = 'failed' then jsonb_build_object('code', m.failure_code, 'detail', coalesce(m.failure_detail, '')) end
    as failure,
  m.source_name as "sourceName", m.source_bytes as "sourceBytes", m.duration_ms as "durationMs", m.width, m.height,
  case when m.poster_key is not null then ${base} || '/assets/poster.jpg' end as "posterUrl",
  case when m.state = 'ready' then ${base} || '/hls/master.m3u8' end as "hlsUrl",
  coalesce((select jsonb_agg(jsonb_build_object('id', s.id, 'language', s.language, 'label', s.label,
    'url', ${base} || '/assets/' || lower(s.language) || '.vtt') order by s.language desc)
    from media_subtitle s where s.media_id = m.id), '[]') as subtitles,
  ${usedIn(scope.sql('o.path', params))} as "usedIn", m.created_at as "createdAt"`;

export const viewOf = (row: MediaRow): MediaView => ({ ...row, createdAt: row.createdAt.toISOString() });

/** A lecture of the actor's subtrees. @throws ApiError media_not_found */
export async function mediaView(sql: Sql, scope: Scope<'courses.read'>, mediaId: string): Promise<MediaView> {
  const params: unknown[] = [mediaId];
  const row = await sql.one<MediaRow>(
    `select ${mediaColumns(scope, params)} from media m join organization owner on owner.id = m.organization_id
     where m.id = $1 and ${scope.sql('owner.path', params)}`,
    params,
  );
  if (!row) throw new ApiError('media_not_found');
  return viewOf(row);
}

export interface LockedMedia {
  id: string;
  title: string;
  organizationId: string;
  state: MediaView['state'];
  sourceKey: string | null;
}

/** Locks a lecture that the actor may change. @throws ApiError media_not_found */
export async function lockMedia(tx: Tx, scope: Scope<'media.write'>, mediaId: string): Promise<LockedMedia> {
  const params: unknown[] = [mediaId];
  const row = await tx.one<LockedMedia>(
    `select m.id, m.title, m.organization_id as "organizationId", m.state, m.source_key as "sourceKey"
     from media m join organization o on o.id = m.organization_id
     where m.id = $1 and ${scope.sql('o.path', params)} for update of m`,
    params,
  );
  if (!row) throw new ApiError('media_not_found');
  return row;
}
