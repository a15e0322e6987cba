import { createDecipheriv } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { jest } from '@jest/globals';
import { catalog, media } from '@dangxiao/contracts';
import type { Client } from '../../support/client.ts';
import type { Node, School } from '../../support/factories.ts';
import { testApp, type TestApp } from '../../support/test-app.ts';
import { film, probe } from './films.ts';
import { Tus } from './tus.ts';

const refused = (code: string) => expect.objectContaining({ code });
const addressesOf = (playlist: string) => playlist.split('\n').filter((line) => line !== '' && !line.startsWith('#'));

jest.setTimeout(240_000);

describe('processing of lectures', () => {
  let t: TestApp;
  let tus: Tus;
  let school: School;
  let left: Node;
  let right: Node;
  let client: Client;
  beforeAll(async () => {
    t = await testApp({ environment: { ROLE: 'all' } });
    tus = await Tus.of(t);
    school = await t.make.school();
    left = await t.make.organization(school.root);
    right = await t.make.organization(school.root);
    client = school.administrator.client;
  });
  afterAll(() => t.close());

  const get = (mediaId: string) => client.call(media.getMedia, { params: { mediaId } });
  const create = async (bytes: Uint8Array, organization = school.root) => {
    const uploadId = await tus.upload(client, bytes);
    return client.call(media.createMedia, { body: { uploadId, title: '讲座', organizationId: organization.id } });
  };
  const settled = async (mediaId: string) => {
    for (let tries = 0; tries < 700; tries += 1) {
      const view = await get(mediaId);
      if (view.state === 'ready' || view.state === 'failed') return view;
      await sleep(200);
    }
    throw new Error('The lecture never settled');
  };
  const text = async (who: Client, mediaId: string, file: string) => {
    const answer = await who.answer(media.playlist, { params: { mediaId, file } });
    return { status: answer.status, text: answer.bytes.toString('utf8') };
  };
  const segment = (who: Client, mediaId: string, rendition: string, file: string, range?: string) =>
    who.send({
      method: 'GET',
      url: `/api/v1/media/${mediaId}/segments/${rendition}/${file}`,
      headers: range ? { range } : {},
    });
  const ffmpegs = () => {
    const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
    return pids.map(Number).filter((pid) => {
      try {
        const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
        return command.includes('-progress') && command.includes(t.dataDir);
      } catch {
        return false;
      }
    });
  };

  it('makes encrypted HLS that plays, never above the source, with pictures, and shows the way there', async () => {
    const { id } = await create(await film({ seconds: 14, size: '854x480' }), left);
    const view = await settled(id);
    expect(view).toMatchObject({ state: 'ready', step: 'done', progress: 100, failure: null, width: 854, height: 480 });
    expect(view.durationMs).toBeGreaterThan(13_500);
    expect(view.durationMs).toBeLessThan(14_500);

    const master = (await text(client, id, 'master.m3u8')).text;
    expect(addressesOf(master)).toEqual(['360p.m3u8', 'audio.m3u8']);
    expect(master).toMatch(/RESOLUTION=640x360,CODECS="avc1\.4D[0-9A-F]{4},mp4a\.40\.2"/);
    const playlist = (await text(client, id, '360p.m3u8')).text;
    expect(playlist).toContain('#EXT-X-KEY:METHOD=AES-128,URI="../key"');
    expect(addressesOf(playlist)).toHaveLength(3);
    const answer = await client.answer(media.key, { params: { mediaId: id } });
    expect(answer.headers['cache-control']).toBe('no-store');
    expect(answer.bytes).toHaveLength(16);
    for (const [rendition, kinds] of [
      ['360p', ['video', 'audio']],
      ['audio', ['audio']],
    ] as const) {
      for (const [sequence, address] of addressesOf((await text(client, id, `${rendition}.m3u8`)).text).entries()) {
        const sealed = await client.send({ method: 'GET', url: join('/api/v1/media', id, 'hls', address) });
        expect(sealed.status).toBe(200);
        const vector = Buffer.alloc(16);
        vector.writeUInt32BE(sequence, 12);
        const decipher = createDecipheriv('aes-128-cbc', answer.bytes, vector);
        const plain = Buffer.concat([decipher.update(sealed.bytes), decipher.final()]);
        const { streams } = await probe(plain, 'segment.ts');
        expect(streams.map((stream) => stream.codec_type).sort()).toEqual([...kinds].sort());
        const picture = streams.find((stream) => stream.codec_type === 'video');
        if (picture) expect(picture).toMatchObject({ codec_name: 'h264', width: 640, height: 360 });
      }
    }
    for (const file of ['poster.jpg', 'thumbs.jpg']) {
      const picture = await client.answer(media.asset, { params: { mediaId: id, file } });
      expect(picture.headers['content-type']).toBe('image/jpeg');
      expect((await probe(picture.bytes, file)).streams[0]?.codec_name).toBe('mjpeg');
    }
    // the key rests sealed, the source is kept, the work folder is gone
    const [row] = await t.asOwner('select encryption_key, source_key, thumbnails from media where id = $1', [id]);
    expect((row?.encryption_key as Buffer).includes(answer.bytes)).toBe(false);
    expect(readdirSync(join(t.dataDir, 'media', 'uploads'))).toContain(String(row?.source_key).split('/')[1]);
    expect(row?.thumbnails).toEqual({ columns: 3, rows: 1, tileWidth: 160, tileHeight: 90, intervalMs: 6000 });
    expect(readdirSync(join(t.dataDir, 'work', id))).toEqual([]);
  });

  it('serves segments to anybody with ranges, but keys, playlists and pictures only to those who may watch', async () => {
    const { id } = await create(await film({ seconds: 2, size: '320x180', sound: false }), left);
    expect(await settled(id)).toMatchObject({ state: 'ready' });
    expect(addressesOf((await text(client, id, 'master.m3u8')).text)).toEqual(['180p.m3u8', 'audio.m3u8']);

    const visitor = t.visitor();
    const whole = await segment(visitor, id, '180p', '000.ts');
    expect(whole.status).toBe(200);
    expect(whole.headers).toMatchObject({
      'cache-control': 'public, max-age=31536000, immutable',
      'accept-ranges': 'bytes',
      'content-type': 'video/mp2t',
    });
    const part = await segment(visitor, id, '180p', '000.ts', 'bytes=16-31');
    expect([part.status, part.headers['content-range']]).toEqual([206, `bytes 16-31/${whole.bytes.length}`]);
    expect(part.bytes.equals(whole.bytes.subarray(16, 32))).toBe(true);
    expect((await segment(visitor, id, '180p', '000.ts', 'bytes=-16')).bytes.equals(whole.bytes.subarray(-16))).toBe(
      true,
    );
    expect((await segment(visitor, id, '180p', '000.ts', 'bytes=99999999-')).status).toBe(416);
    expect((await segment(visitor, id, '180p', '999.ts')).status).toBe(404);

    const insider = await t.make.person({ organization: left });
    const outsider = await t.make.person({ organization: right });
    const stranger = await t.make.administrator(right);
    const near = await t.make.administrator(left, 'auditor');
    const params = { mediaId: id };
    const statuses = async (who: Client) => [
      (await who.answer(media.key, { params })).status,
      (await text(who, id, 'master.m3u8')).status,
      (await who.answer(media.asset, { params: { ...params, file: 'poster.jpg' } })).status,
    ];
    const closed = [404, 404, 404];
    const open = [200, 200, 200];
    expect(await statuses(insider.client)).toEqual(closed);
    expect(await statuses(near.client)).toEqual(open);
    // a draft hands nothing out; a published course to those who see it
    const body = { organizationId: left.id, title: '课程' };
    const { id: courseId } = await client.call(catalog.createCourse, { body });
    await client.call(catalog.updateCourse, { params: { courseId }, body: { revision: 1, summary: '一' } });
    const unitId = (await client.call(catalog.getCourseDraft, { params: { courseId } })).units[0]?.id ?? '';
    await client.call(catalog.createLesson, { params: { unitId }, body: { kind: 'video', title: '课', mediaId: id } });
    expect(await statuses(insider.client)).toEqual(closed);
    await client.call(catalog.publishCourse, { params: { courseId }, body: { revision: 2 } });
    expect(await statuses(insider.client)).toEqual(open);
    expect(await statuses(outsider.client)).toEqual(closed);
    expect(await statuses(stranger.client)).toEqual(closed);
    expect(await statuses(visitor)).toEqual([401, 401, 401]);
    expect((await get(id)).usedIn).toEqual([{ courseId, courseTitle: '课程', lessonTitle: '课' }]);
    await expect(client.call(media.deleteMedia, { params })).rejects.toEqual(refused('media_in_use'));
    await client.call(catalog.archiveCourse, { params: { courseId }, body: { archived: true } });
    expect(await statuses(insider.client)).toEqual(closed);
  });

  it('says in a code why a damaged source failed, keeps it, and can be asked to try again', async () => {
    const good = await film({ seconds: 2, size: '160x90' });
    const { id } = await create(Buffer.concat([good.subarray(0, 64), Buffer.alloc(20_000, 7)]));
    expect(await settled(id)).toMatchObject({ state: 'failed', failure: { code: 'damaged' }, hlsUrl: null });
    const failure = (await get(id)).failure?.detail ?? '';
    expect(failure).not.toContain('/');
    expect((await text(client, id, 'master.m3u8')).status).toBe(409);
    const [row] = await t.asOwner('select source_key from media where id = $1', [id]);
    const source = join(t.dataDir, 'media', String(row?.source_key));
    (await import('node:fs')).writeFileSync(source, good);
    const params = { mediaId: id };
    expect(await client.call(media.retryMedia, { params })).toMatchObject({ state: 'uploaded', failure: null });
    expect(await settled(id)).toMatchObject({ state: 'ready' });
    await expect(client.call(media.retryMedia, { params })).rejects.toEqual(refused('media_not_failed'));
    await client.call(media.deleteMedia, { params });
    await expect(get(id)).rejects.toEqual(refused('media_not_found'));
    expect(readdirSync(join(t.dataDir, 'media', 'segments'))).not.toContain(id);
  });

  it('begins again by itself when ffmpeg is killed', async () => {
    const { id } = await create(await film({ seconds: 10, size: '1280x720' }));
    let killed = 0;
    for (let tries = 0; tries < 300 && killed === 0; tries += 1) {
      for (const pid of ffmpegs()) {
        process.kill(pid, 'SIGKILL');
        killed += 1;
      }
      await sleep(50);
    }
    expect(killed).toBe(1);
    expect(await settled(id)).toMatchObject({ state: 'ready', progress: 100, failure: null });
    const [row] = await t.asOwner('select runs, attempt from media where id = $1', [id]);
    expect(row).toEqual({ runs: 2, attempt: 1 });
    expect(addressesOf((await text(client, id, 'master.m3u8')).text)).toEqual(['720p.m3u8', '360p.m3u8', 'audio.m3u8']);
  });

  it('opens no network and no other file, whatever a container refers to', async () => {
    // an MP4 whose track data are said to lie in another file
    const source = await film({ seconds: 1, size: '160x90' });
    const at = source.indexOf('url ');
    source.writeUInt32BE(0, at + 4);
    const { id } = await create(source);
    const view = await settled(id);
    expect(['ready', 'failed']).toContain(view.state);
    // a Matroska whose first bytes are right and which goes on as a playlist
    const mkv = await film({ seconds: 1, size: '160x90', container: 'mkv' });
    const playlist = Buffer.from(`\n#EXTM3U\n#EXTINF:1,\nfile:///etc/passwd\n#EXT-X-ENDLIST\n`.repeat(200));
    const disguised = await create(Buffer.concat([mkv.subarray(0, 600), playlist]));
    expect(await settled(disguised.id)).toMatchObject({ state: 'failed' });
    const confined = execFileSync('ps', ['-e', '-o', 'args'], { encoding: 'utf8' });
    expect(confined).not.toContain('/etc/passwd');
  });
});
