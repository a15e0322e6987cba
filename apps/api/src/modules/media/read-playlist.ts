import { media } from '@dangxiao/contracts';
import { Pg } from '../../database/pg.ts';
import { ApiError } from '../../http/api-error.ts';
import type { CallOf, Handler } from '../../http/call.ts';
import { Handles } from '../../http/handles.ts';
import { watchable } from './may-watch.ts';
import { masterPlaylist, mediaPlaylist, type RenditionRow } from './playlists.ts';

/** Playlists of a lecture, made from its rows, for those who may watch it. */
@Handles(media.playlist)
export class ReadPlaylist implements Handler<typeof media.playlist> {
  constructor(private readonly pg: Pg) {}

  async run({ actor, params: { mediaId, file }, reply }: CallOf<typeof media.playlist>) {
    const { ready } = await watchable(this.pg, actor, mediaId);
    if (!ready) throw new ApiError('media_not_ready');
    const renditions = await this.pg.query<RenditionRow>(
      'select name, width, height, bandwidth, codecs, segments from media_rendition where media_id = $1',
      [mediaId],
    );
    const rendition = renditions.find(({ name }) => `${name}.m3u8` === file);
    if (!rendition && file !== 'master.m3u8') throw new ApiError('media_not_found');
    const playlist = rendition ? mediaPlaylist(rendition) : masterPlaylist(renditions);
    void reply.type('application/vnd.apple.mpegurl').send(playlist);
  }
}
