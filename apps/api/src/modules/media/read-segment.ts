import { media } from '@dangxiao/contracts';
import { ApiError } from '../../http/api-error.ts';
import type { CallOf, Handler } from '../../http/call.ts';
import { Handles } from '../../http/handles.ts';
import { segmentKey } from './keys-of-files.ts';
import { sendFile } from './send-file.ts';
import { Storage } from './storage/index.ts';

/** Encrypted segments: useless without the key and never changed, so anybody may have them and any cache may keep them. */
@Handles(media.segment)
export class ReadSegment implements Handler<typeof media.segment> {
  constructor(private readonly storage: Storage) {}

  async run({ params: { mediaId, rendition, file }, request, reply }: CallOf<typeof media.segment>) {
    reply.type('video/mp2t').header('cache-control', 'public, max-age=31536000, immutable');
    const found = await sendFile(this.storage, segmentKey(mediaId, rendition, file), request, reply);
    if (found) return;
    reply.header('cache-control', 'no-store');
    throw new ApiError('media_not_found');
  }
}
