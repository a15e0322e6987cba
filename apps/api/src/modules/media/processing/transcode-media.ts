import { mkdir, readFile, rm } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { Config } from '../../../config/config.ts';
import { UnitOfWork } from '../../../database/unit-of-work.ts';
import { HandlesJob, type JobCall, type JobWorker } from '../../../jobs/job-handler.ts';
import { assetKey, assetsKey, segmentsKey } from '../keys-of-files.ts';
import { LectureStore, writeRenditions, type MadeRendition, type StoredRendition } from '../lecture-store.ts';
import { MediaKeys } from '../media-keys.ts';
import { Storage } from '../storage/index.ts';
import { MediaFailure } from './failure.ts';
import { drawPictures } from './pictures.ts';
import { qualitiesOf } from './plan.ts';
import { lengthOf, segmentsOf } from './playlist-file.ts';
import { probe } from './probe.ts';
import { transcodeQueue, type TranscodeJob } from './queue.ts';
import { transcode } from './transcode.ts';
import { TranscodeRun, RunSuperseded } from './transcode-run.ts';

const PROBE_MS = 60_000;
const LEAST_MS = 15 * 60_000;
const LONGEST_MS = 5.5 * 3_600_000;

/**
 * Makes a lecture of its source: probe, transcode, pictures, encrypt, store; the rows change in one transaction at the end. Begins from
 * scratch each time, so a restart in the middle is harmless. Failures that trying again cannot mend end the work with a code; a killed
 * process is tried again by the queue.
 */
@Injectable()
@HandlesJob(transcodeQueue)
export class TranscodeMedia implements JobWorker<TranscodeJob> {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly config: Config,
    private readonly storage: Storage,
    private readonly store: LectureStore,
    private readonly keys: MediaKeys,
  ) {}

  async run({ id, data, signal }: JobCall<TranscodeJob>): Promise<void> {
    const work = await TranscodeRun.begin(this.uow, data);
    if (!work) return;
    const cwd = join(this.config.dataDir, 'work', data.mediaId, id);
    try {
      await rm(join(cwd, '..'), { recursive: true, force: true });
      await mkdir(cwd, { recursive: true });
      await this.make(work, cwd, signal);
    } catch (error) {
      if (error instanceof RunSuperseded) return await this.tidy(data.mediaId);
      const failure = (error as NodeJS.ErrnoException).code === 'ENOSPC' ? new MediaFailure('out_of_space') : error;
      if (failure instanceof MediaFailure) await work.fail(failure.code, failure.detail);
      else if (signal.aborted || !work.lastTry) throw failure;
      else await work.fail('unknown', failure instanceof Error ? failure.message : String(failure));
    } finally {
      await rm(cwd, { recursive: true, force: true });
    }
  }

  /** A lecture deleted during the work leaves no files. */
  private async tidy(mediaId: string): Promise<void> {
    const left = await this.uow.run((tx) => tx.one('select id from media where id = $1', [mediaId]));
    if (left) return;
    for (const key of [segmentsKey(mediaId), assetsKey(mediaId)]) await this.storage.remove(key);
  }

  private async make(work: TranscodeRun, cwd: string, signal: AbortSignal): Promise<void> {
    const { mediaId, container, key } = work.source;
    const { ffmpegPath: ffmpeg, ffprobePath, searchPath } = this.config;
    const limits = { cwd, signal, searchPath };
    const path = await this.storage.localPath(work.source.sourceKey, cwd);
    const source = await probe(ffprobePath, path, container, { ...limits, timeoutMs: PROBE_MS });
    await work.step('transcoding', 2);
    const qualities = qualitiesOf(source);
    const threads = Math.min(4, availableParallelism());
    const timeoutMs = Math.min(LONGEST_MS, Math.max(LEAST_MS, 8 * source.durationMs));
    const onProgress = (share: number) => work.progress(2 + Math.floor(share * 83));
    const inputs = { ffmpeg, path, container, source, qualities, threads, onProgress };
    await transcode(inputs, { ...limits, timeoutMs });
    const made = await Promise.all(
      [...qualities, { name: 'audio', width: null, height: null }].map(async ({ name, width, height }) => {
        const segments = segmentsOf(await readFile(join(cwd, name, 'index.m3u8'), 'utf8'));
        if (segments.length === 0) throw new MediaFailure('damaged', 'no frames');
        return { name, width, height, segments } satisfies MadeRendition;
      }),
    );
    const smallest = made.at(-2);
    if (!smallest) throw new Error('No quality was made');
    const durationMs = lengthOf(smallest.segments);
    await work.step('thumbnails', 85);
    const grid = await drawPictures(ffmpeg, smallest.name, durationMs, { ...limits, timeoutMs: LEAST_MS });
    await work.step('storing', 90);
    const openKey = this.keys.open(key);
    let left = made.reduce((sum, rendition) => sum + rendition.segments.length, 0);
    const every = left;
    const onStored = () => {
      signal.throwIfAborted();
      left -= 1;
      work.progress(90 + Math.floor((9 * (every - left)) / every));
    };
    const stored: StoredRendition[] = [];
    for (const rendition of made) {
      stored.push(await this.store.storeRendition(mediaId, openKey, cwd, rendition, onStored));
    }
    await this.store.storePictures(mediaId, cwd);
    await this.uow.run(async (tx) => {
      await work.finish(tx, { ...source, durationMs, posterKey: assetKey(mediaId, 'poster.jpg'), thumbnails: grid });
      await writeRenditions(tx, mediaId, stored);
    });
  }
}
