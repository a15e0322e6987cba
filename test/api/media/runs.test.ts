import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { jest } from '@jest/globals';
import { media } from '@dangxiao/contracts';
import { TranscodeMedia } from '../../../apps/api/src/modules/media/processing/transcode-media.ts';
import type { Client } from '../../support/client.ts';
import { testApp, type TestApp } from '../../support/test-app.ts';
import { film } from './films.ts';
import { Tus } from './tus.ts';

jest.setTimeout(180_000);

/** Runs of the worker one by one, without the queue. */
describe('a run at a lecture', () => {
  let movie: Buffer;
  beforeAll(async () => {
    movie = await film({ seconds: 2, size: '160x90' });
  });

  async function lecture(t: TestApp): Promise<{ client: Client; mediaId: string }> {
    const { root, administrator } = await t.make.school();
    const { client } = administrator;
    const uploadId = await (await Tus.of(t)).upload(client, movie);
    const body = { uploadId, title: '讲座', organizationId: root.id };
    return { client, mediaId: (await client.call(media.createMedia, { body })).id };
  }
  const run = (t: TestApp, mediaId: string, attempt = 1, signal = new AbortController().signal) =>
    t.get(TranscodeMedia).run({ id: crypto.randomUUID(), data: { mediaId, attempt }, signal });

  it('begins from scratch after its process died, and ends once', async () => {
    const t = await testApp();
    try {
      const { client, mediaId } = await lecture(t);
      const get = () => client.call(media.getMedia, { params: { mediaId } });
      // what a killed process leaves behind: a state in the middle, half a work folder, half of the segments
      await t.asOwner(
        `update media set state = 'processing', step = 'storing', progress = 93, runs = 1 where id = $1`,
        [mediaId],
      );
      const leftover = join(t.dataDir, 'work', mediaId, 'dead-run', '90p');
      mkdirSync(leftover, { recursive: true });
      writeFileSync(join(leftover, '000.ts'), 'half');
      const stored = join(t.dataDir, 'media', 'segments', mediaId, '90p');
      mkdirSync(stored, { recursive: true });
      writeFileSync(join(stored, '000.ts'), 'half');

      const stopped = new AbortController();
      setTimeout(() => stopped.abort(), 300);
      await expect(run(t, mediaId, 1, stopped.signal)).rejects.toThrow();
      expect((await get()).state).toBe('processing');
      await run(t, mediaId);
      expect(await get()).toMatchObject({ state: 'ready', progress: 100 });
      expect(readdirSync(join(t.dataDir, 'work', mediaId))).toEqual([]);
      const answer = await client.answer(media.segment, { params: { mediaId, rendition: '90p', file: '000.ts' } });
      expect(answer.bytes.length % 16).toBe(0);

      const rows = () => t.asOwner('select state, runs from media where id = $1', [mediaId]);
      const before = await rows();
      await run(t, mediaId);
      await run(t, mediaId, 7);
      await run(t, crypto.randomUUID());
      expect(await rows()).toEqual(before);
    } finally {
      await t.close();
    }
  });

  it('gives up after being broken off again and again, until somebody asks for another try', async () => {
    const t = await testApp();
    try {
      const { client, mediaId } = await lecture(t);
      await t.asOwner(`update media set state = 'processing', runs = 4 where id = $1`, [mediaId]);
      await run(t, mediaId);
      const failed = await client.call(media.getMedia, { params: { mediaId } });
      expect(failed).toMatchObject({ state: 'failed', failure: { code: 'unknown' } });
      await client.call(media.retryMedia, { params: { mediaId } });
      await run(t, mediaId, 1);
      expect((await client.call(media.getMedia, { params: { mediaId } })).state).toBe('uploaded');
      await run(t, mediaId, 2);
      expect((await client.call(media.getMedia, { params: { mediaId } })).state).toBe('ready');
    } finally {
      await t.close();
    }
  });

  it('says so when there is no ffmpeg', async () => {
    const t = await testApp({ environment: { FFMPEG_PATH: '/nowhere/ffmpeg', FFPROBE_PATH: '/nowhere/ffprobe' } });
    try {
      const { client, mediaId } = await lecture(t);
      await run(t, mediaId);
      const view = await client.call(media.getMedia, { params: { mediaId } });
      expect(view).toMatchObject({ state: 'failed', failure: { code: 'ffmpeg_missing', detail: '' } });
    } finally {
      await t.close();
    }
  });

  it('leaves nothing behind when the lecture is deleted meanwhile', async () => {
    const t = await testApp();
    try {
      const { client, mediaId } = await lecture(t);
      const working = run(t, mediaId);
      await client.call(media.deleteMedia, { params: { mediaId } });
      await working;
      for (const part of ['segments', 'assets']) {
        const folder = join(t.dataDir, 'media', part);
        expect(readdirSync(join(t.dataDir, 'media')).includes(part) ? readdirSync(folder) : []).toEqual([]);
      }
    } finally {
      await t.close();
    }
  });
});
