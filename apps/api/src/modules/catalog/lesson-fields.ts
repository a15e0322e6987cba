import type { Tx } from '../../database/unit-of-work.ts';
import { ApiError, fieldError } from '../../http/api-error.ts';
import type { Scope } from '../../http/scope.ts';

interface LessonFields {
  mediaId?: string | null | undefined;
  articleHtml?: string | null | undefined;
  minimumReadingSeconds?: number | null | undefined;
}

/**
 * A video has a lecture of the actor's subtrees and no text; an article the other way round.
 * @throws ApiError validation_failed, media_not_found
 */
export async function checkLessonFields(
  tx: Tx,
  scope: Scope<'courses.write'>,
  kind: 'video' | 'article',
  fields: LessonFields,
): Promise<void> {
  const { mediaId, articleHtml, minimumReadingSeconds } = fields;
  if (kind === 'article' && mediaId) throw fieldError('mediaId', 'invalid_value');
  if (kind === 'article' && minimumReadingSeconds === null) throw fieldError('minimumReadingSeconds', 'required');
  if (kind === 'video' && articleHtml) throw fieldError('articleHtml', 'invalid_value');
  if (kind === 'video' && minimumReadingSeconds) throw fieldError('minimumReadingSeconds', 'invalid_value');
  if (!mediaId) return;
  const params: unknown[] = [mediaId];
  // locked, so that the lecture cannot be deleted before this transaction ends
  const media = await tx.one(
    `select m.id from media m join organization o on o.id = m.organization_id
     where m.id = $1 and ${scope.sql('o.path', params)} for share of m`,
    params,
  );
  if (!media) throw new ApiError('media_not_found');
}
