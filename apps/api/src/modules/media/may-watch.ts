import type { Sql } from '../../database/sql.ts';
import type { Actor } from '../../http/actor.ts';
import { scopeOf } from '../../http/scope.ts';
import { ApiError } from '../../http/api-error.ts';
import { visibleCourses } from '../catalog/index.ts';

export interface WatchableMedia {
  id: string;
  ready: boolean;
  encryptionKey: Buffer | null;
}

const sql = `
  select m.id, m.state = 'ready' as ready, m.encryption_key as "encryptionKey"
  from media m join organization o on o.id = m.organization_id
  where m.id = $1 and (o.path <@ any($2::ltree[]) or exists (
    select from ${visibleCourses('$3')} v join lesson_version l on l.course_version_id = v.version_id
    where l.media_id = m.id))`;

/**
 * A lecture that the actor may watch: it belongs to a published course visible to the person, or to an organization whose courses the actor
 * may read.
 * @throws ApiError media_not_found, also for one that exists and is not for this actor
 */
export async function watchable(db: Sql, actor: Actor, mediaId: string): Promise<WatchableMedia> {
  const row = await db.one<WatchableMedia>(sql, [mediaId, scopeOf(actor, 'courses.read').paths, actor.personId]);
  if (!row) throw new ApiError('media_not_found');
  return row;
}
