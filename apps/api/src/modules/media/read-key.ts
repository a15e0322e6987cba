import { media } from '@dangxiao/contracts';
import { Pg } from '../../database/pg.ts';
import { ApiError } from '../../http/api-error.ts';
import type { CallOf, Handler } from '../../http/call.ts';
import { Handles } from '../../http/handles.ts';
import { watchable } from './may-watch.ts';
import { MediaKeys } from './media-keys.ts';

/** The key of a lecture's segments, only for somebody who may watch it, and never kept by a cache. */
@Handles(media.key)
export class ReadKey implements Handler<typeof media.key> {
  constructor(
    private readonly pg: Pg,
    private readonly keys: MediaKeys,
  ) {}

  async run({ actor, params, reply }: CallOf<typeof media.key>) {
    const { encryptionKey } = await watchable(this.pg, actor, params.mediaId);
    if (!encryptionKey) throw new ApiError('media_not_found');
    const key = this.keys.open(encryptionKey);
    void reply.type('application/octet-stream').header('cache-control', 'no-store').send(key);
  }
}
