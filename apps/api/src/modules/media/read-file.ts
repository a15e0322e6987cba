import { media } from '@dangxiao/contracts';
import { Pg } from '../../database/pg.ts';
import { ApiError } from '../../http/api-error.ts';
import type { CallOf, Handler } from '../../http/call.ts';
import { Handles } from '../../http/handles.ts';
import { readableFile } from './files.queries.ts';
import { sendFile } from './send-file.ts';
import { Storage } from './storage/index.ts';

/** A small file: a cover for anybody signed in, evidence for those whom it concerns. */
@Handles(media.readFile)
export class ReadFile implements Handler<typeof media.readFile> {
  constructor(
    private readonly pg: Pg,
    private readonly storage: Storage,
  ) {}

  async run({ actor, params, request, reply }: CallOf<typeof media.readFile>) {
    const file = await readableFile(this.pg, actor, params.fileId);
    if (!file) throw new ApiError('file_not_found');
    const cover = file.purpose === 'cover';
    const shown = file.type.startsWith('image/') ? 'inline' : 'attachment';
    reply
      .type(file.type)
      .header('cache-control', cover ? 'private, max-age=86400, immutable' : 'no-store')
      .header(
        'content-disposition',
        `${shown}; filename*=UTF-8''${encodeURIComponent(file.name).replace(/['()*]/g, escape)}`,
      );
    if (!(await sendFile(this.storage, file.storageKey, request, reply))) throw new ApiError('file_not_found');
  }
}

const escape = (character: string) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
