import type { catalog, ResponseOf } from '@dangxiao/contracts';
import type { MediaFacts } from './playback.ts';
import { visibleCourses } from '../../database/fragments/visible-courses.ts';

type Lesson = ResponseOf<typeof catalog.getLesson>;
type Reason = Lesson['progress']['refused'][number]['reason'];

export interface LessonRow extends Pick<
  Lesson,
  'courseId' | 'courseTitle' | 'unitTitle' | 'kind' | 'title' | 'required' | 'durationMs' | 'articleHtml'
> {
  /** Null when the course is visible and has no such lesson. */
  id: string | null;
  media: MediaFacts | null;
  coverage: string;
  frontierMs: number;
  positionMs: number;
  completedAt: Date | null;
  /** What was played and refused and has not been covered since, by reason; int4multirange as text. */
  refused: { reason: Reason; spans: string }[];
}

const mediaJson = `(
  select jsonb_build_object('id', m.id, 'durationMs', m.duration_ms, 'poster', m.poster_key is not null,
    'thumbnails', m.thumbnails,
    'renditions', coalesce((select jsonb_agg(jsonb_build_object('name', r.name, 'height', r.height,
      'bandwidth', r.bandwidth) order by r.bandwidth desc) from media_rendition r where r.media_id = m.id), '[]'),
    'subtitles', coalesce((select jsonb_agg(jsonb_build_object('language', s.language, 'label', s.label)
      order by s.language desc) from media_subtitle s where s.media_id = m.id), '[]'))
  from media m where m.id = l.media_id and m.state = 'ready')`;

/** From the latest heartbeats that refused something; `refused` of a heartbeat is a list of [fromMs, toMs, reason]. */
const refusedJson = `coalesce((
  select jsonb_agg(jsonb_build_object('reason', r.reason, 'spans', r.spans::text)) from (
    select b.span ->> 2 as reason,
      range_agg(int4range((b.span ->> 0)::int, (b.span ->> 1)::int)) - coalesce(p.coverage, '{}') as spans
    from (
      select jsonb_array_elements(heartbeat.refused) as span
      from playback_lease lease join watch_heartbeat heartbeat on heartbeat.person_id = lease.person_id and heartbeat.lease_id = lease.id
      where lease.person_id = $1 and lease.lesson_id = l.lesson_id and heartbeat.refused <> '[]'
      order by heartbeat.at desc limit 200) b
    group by 1) r
  where not isempty(r.spans)), '[]')`;

/** One statement: person ($1), course ($2), lesson ($3). No row when the course is not visible. */
export const lessonSql = `
  select l.lesson_id as id, v.id as "courseId", cv.title as "courseTitle", l.unit_title as "unitTitle", l.kind, l.title,
    l.required, l.duration_ms as "durationMs", l.article_html as "articleHtml", ${mediaJson} as media,
    coalesce(p.coverage, '{}')::text as coverage, coalesce(p.frontier_ms, 0) as "frontierMs",
    coalesce(p.position_ms, 0) as "positionMs", p.completed_at as "completedAt", ${refusedJson} as refused
  from ${visibleCourses('$1')} v
  join course_version cv on cv.id = v.version_id
  left join lesson_version l on l.course_version_id = v.version_id and l.lesson_id = $3
  left join lesson_progress p on p.person_id = $1 and p.lesson_id = l.lesson_id
  where v.id = $2`;
