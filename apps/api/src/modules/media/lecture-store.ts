import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import type { Sql } from '../../database/sql.ts';
import { assetKey, segmentKey } from './keys-of-files.ts';
import { codecsOf } from './processing/codecs.ts';
import { encryptSegment } from './processing/encryption.ts';
import type { Segment } from './processing/playlist-file.ts';
import { Storage } from './storage/index.ts';

/** A rendition as unencrypted segments in a folder `<name>`. */
export interface MadeRendition {
  name: string;
  width: number | null;
  height: number | null;
  segments: Segment[];
}

export interface StoredRendition extends MadeRendition {
  bandwidth: number;
  codecs: string;
}

/** The one way from plain segments in a folder to encrypted ones in the storage: for transcoded and for packaged lectures. */
@Injectable()
export class LectureStore {
  constructor(private readonly storage: Storage) {}

  /**
   * Encrypts and stores every segment. Storing again replaces the same files.
   * @param onStored called after each segment
   */
  async storeRendition(
    mediaId: string,
    key: Buffer,
    folder: string,
    rendition: MadeRendition,
    onStored: () => void = () => undefined,
  ): Promise<StoredRendition> {
    let bandwidth = 0;
    let codecs = '';
    for (const [sequence, { file, durationMs }] of rendition.segments.entries()) {
      const plain = await readFile(join(folder, rendition.name, file));
      const sealed = encryptSegment(plain, key, sequence);
      codecs ||= codecsOf(plain);
      bandwidth = Math.max(bandwidth, Math.ceil((sealed.length * 8_000) / Math.max(durationMs, 1)));
      await this.storage.put(segmentKey(mediaId, rendition.name, file), sealed);
      onStored();
    }
    return { ...rendition, bandwidth, codecs };
  }

  /** Stores `poster.jpg` and `thumbs.jpg` of a folder. */
  async storePictures(mediaId: string, folder: string): Promise<void> {
    for (const file of ['poster.jpg', 'thumbs.jpg']) {
      await this.storage.put(assetKey(mediaId, file), await readFile(join(folder, file)));
    }
  }
}

/** Replaces the renditions of a lecture. */
export async function writeRenditions(tx: Sql, mediaId: string, renditions: readonly StoredRendition[]): Promise<void> {
  await tx.execute('delete from media_rendition where media_id = $1', [mediaId]);
  for (const { name, width, height, bandwidth, codecs, segments } of renditions) {
    await tx.execute(
      `insert into media_rendition (media_id, name, width, height, bandwidth, codecs, segments)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [mediaId, name, width, height, bandwidth, codecs, JSON.stringify(segments)],
    );
  }
}
