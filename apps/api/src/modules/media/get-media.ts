import { media } from '@dangxiao/contracts';
import { Pg } from '../../database/pg.ts';
import type { CallOf, Handler } from '../../http/call.ts';
import { Handles } from '../../http/handles.ts';
import { mediaView } from './media.queries.ts';

/** A lecture with the progress of its processing. */
@Handles(media.getMedia)
export class GetMedia implements Handler<typeof media.getMedia> {
  constructor(private readonly pg: Pg) {}

  run({ scope, params }: CallOf<typeof media.getMedia>) {
    return mediaView(this.pg, scope, params.mediaId);
  }
}
