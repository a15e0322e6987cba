import { media } from '@dangxiao/contracts';
import { Pg } from '../../database/pg.ts';
import { ApiError } from '../../http/api-error.ts';
import type { CallOf, Handler } from '../../http/call.ts';
import { Handles } from '../../http/handles.ts';
import { assetKey } from './keys-of-files.ts';
import { watchable } from './may-watch.ts';
import { sendFile } from './send-file.ts';
import { Storage } from './storage/index.ts';

const pictures = new Set(['poster.jpg', 'thumbs.jpg']);

/** Poster, scrub thumbnails and subtitles, for those who may watch the lecture. */
@Handles(media.asset)
export class ReadAsset implements Handler<typeof media.asset> {
  constructor(
    private readonly pg: Pg,
    private readonly storage: Storage,
  ) {}

  async run({ actor, params: { mediaId, file }, request, reply }: CallOf<typeof media.asset>) {
    await watchable(this.pg, actor, mediaId);
    if (pictures.has(file)) {
      reply.type('image/jpeg').header('cache-control', 'private, max-age=86400');
      if (await sendFile(this.storage, assetKey(mediaId, file), request, reply)) return;
    }
    const subtitle = await this.pg.one<{ vtt: string }>(
      `select vtt from media_subtitle where media_id = $1 and lower(language) || '.vtt' = $2`,
      [mediaId, file],
    );
    if (!subtitle) throw new ApiError('media_not_found');
    void reply.type('text/vtt; charset=utf-8').header('cache-control', 'private, no-cache').send(subtitle.vtt);
  }
}
