import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { Clock } from '../../config/clock.ts';
import type { Tx } from '../../database/unit-of-work.ts';
import { assetKey } from './keys-of-files.ts';
import { LectureStore, writeRenditions, type StoredRendition } from './lecture-store.ts';
import { MediaKeys } from './media-keys.ts';
import { cleanSubtitles } from './subtitles.ts';
import { putSubtitle } from './subtitles.queries.ts';

const count = z.number().int().min(1);
const file = z.string().regex(/^[\w-]+\.\w+$/);
const lecture = z.object({
  title: z.string(),
  durationMs: count,
  renditions: z.array(
    z.object({
      name: z.string().regex(/^[a-z0-9]{2,10}$/),
      width: count.nullable(),
      height: count.nullable(),
      segments: z.array(z.object({ file, durationMs: count })).min(1),
    }),
  ),
  thumbs: z.object({ columns: count, rows: count, tileWidth: count, tileHeight: count, intervalMs: count }),
  subtitles: z.array(z.object({ language: z.enum(['zh', 'zh-CN', 'en']), label: z.string(), file })),
});

interface PackagedLecture {
  /** Holds `lecture.json`, `<rendition>/<segment>.ts`, `poster.jpg`, `thumbs.jpg` and the subtitles. */
  folder: string;
  organizationId: string;
  /** Instead of the package's own. */
  title?: string;
  accountId?: string | null;
}

/** Lectures that were made beforehand (tools/lectures): stored like transcoded ones, without ffmpeg. */
@Injectable()
export class PackagedLectures {
  constructor(
    private readonly store: LectureStore,
    private readonly keys: MediaKeys,
    private readonly clock: Clock,
  ) {}

  /**
   * Encrypts and stores a packaged lecture and writes its rows in `tx`. It has no source, so it cannot be processed again.
   * @returns the id of the media
   */
  async import(tx: Tx, { folder, organizationId, title, accountId = null }: PackagedLecture): Promise<string> {
    const made = lecture.parse(JSON.parse(await readFile(join(folder, 'lecture.json'), 'utf8')));
    const now = this.clock.now();
    const key = this.keys.make();
    const picture = made.renditions.find(({ height }) => height !== null);
    const row = await tx.one<{ id: string }>(
      `insert into media (organization_id, title, state, step, progress, source_name, source_bytes, duration_ms, width, height,
         encryption_key, thumbnails, created_by, created_at)
       values ($1, $2, 'ready', 'done', 100, 'lecture.json', 0, $3, $4, $5, $6, $7, $8, $9) returning id`,
      [
        organizationId,
        title ?? made.title,
        made.durationMs,
        picture?.width ?? null,
        picture?.height ?? null,
        this.keys.seal(key),
        JSON.stringify(made.thumbs),
        accountId,
        now,
      ],
    );
    if (!row) throw new Error('The lecture was not written');
    const stored: StoredRendition[] = [];
    for (const rendition of made.renditions)
      stored.push(await this.store.storeRendition(row.id, key, folder, rendition));
    await this.store.storePictures(row.id, folder);
    await tx.execute('update media set poster_key = $2 where id = $1', [row.id, assetKey(row.id, 'poster.jpg')]);
    await writeRenditions(tx, row.id, stored);
    for (const { language, label, file: name } of made.subtitles) {
      const vtt = cleanSubtitles(await readFile(join(folder, name), 'utf8'));
      if (vtt === null) throw new Error(`${join(folder, name)} is not WebVTT`);
      await putSubtitle(tx, { mediaId: row.id, language: language === 'zh' ? 'zh-CN' : language, label, vtt }, now);
    }
    return row.id;
  }
}
