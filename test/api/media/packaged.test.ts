import { createDecipheriv } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { media } from '@dangxiao/contracts';
import { UnitOfWork } from '../../../apps/api/src/database/unit-of-work.ts';
import { PackagedLectures } from '../../../apps/api/src/modules/media/index.ts';
import type { School } from '../../support/factories.ts';
import { testApp, type TestApp } from '../../support/test-app.ts';

const folder = join(import.meta.dirname, '../../../tools/demo/lectures/1');
const refused = (code: string) => expect.objectContaining({ code });

describe('packaged lectures', () => {
  let t: TestApp;
  let school: School;
  let mediaId: string;
  beforeAll(async () => {
    t = await testApp();
    school = await t.make.school();
    mediaId = await t
      .get(UnitOfWork)
      .run((tx) => t.get(PackagedLectures).import(tx, { folder, organizationId: school.root.id }));
  });
  afterAll(() => t.close());

  it('are ready at once, encrypted like others, without ffmpeg', async () => {
    const { client } = school.administrator;
    const view = await client.call(media.getMedia, { params: { mediaId } });
    expect(view).toMatchObject({ state: 'ready', height: 360, durationMs: 136_400 });
    const key = (await client.answer(media.key, { params: { mediaId } })).bytes;
    const playlist = await client.answer(media.playlist, { params: { mediaId, file: '360p.m3u8' } });
    const last = [...playlist.bytes.toString().matchAll(/segments\/360p\/(\d+)\.ts/g)].length - 1;
    const file = `${String(last).padStart(3, '0')}.ts`;
    const sealed = await client.answer(media.segment, { params: { mediaId, rendition: '360p', file } });
    const vector = Buffer.alloc(16);
    vector.writeUInt32BE(last, 12);
    const decipher = createDecipheriv('aes-128-cbc', key, vector);
    const plain = Buffer.concat([decipher.update(sealed.bytes), decipher.final()]);
    expect(plain.equals(await readFile(join(folder, '360p', file)))).toBe(true);
    const master = (await client.answer(media.playlist, { params: { mediaId, file: 'master.m3u8' } })).bytes.toString();
    expect(master).toMatch(/RESOLUTION=640x360,CODECS="avc1\.[0-9A-F]{6},mp4a\.40\.2"\n360p\.m3u8/);
    const vtt = await client.answer(media.asset, { params: { mediaId, file: 'zh-cn.vtt' } });
    expect(vtt.headers['content-type']).toBe('text/vtt; charset=utf-8');
    expect(vtt.bytes.toString()).toContain('您好，欢迎来到网上党校。');
  });

  it('take subtitles that are WebVTT and nothing more, one set a language', async () => {
    const { client } = school.administrator;
    const add = (vtt: string, language: 'zh-CN' | 'en' = 'en') =>
      client.call(media.addSubtitle, { params: { mediaId }, body: { language, label: 'English', vtt } });
    const cue = '00:00.000 --> 00:02.000';
    for (const hostile of [
      'not subtitles',
      '<script>alert(1)</script>',
      `WEBVTT\n\n${cue}\n<img src=x onerror=alert(1)>`,
      `WEBVTT\n\n${cue}\n<script>alert(1)</script>`,
      `WEBVTT\n\n${cue}\n<c onclick=x()>hello</c>`,
      `WEBVTT\n\n${cue}\n<b`,
      'WEBVTT\n\n00:02.000 --> 00:01.000\nbackwards',
      `WEBVTT\n\n00:05.000 --> 00:06.000\nlate\n\n${cue}\nearly`,
      'WEBVTT\n\n99:99.000 --> 99:99.900\nx',
      'WEBVTT\n\nno timing here',
      'WEBVTT\n\n',
      `WEBVTT\n\n${cue}\n\0`,
    ]) {
      await expect(add(hostile)).rejects.toEqual(refused('subtitle_invalid'));
    }
    const styled = `\uFEFFWEBVTT - title\r\n\r\nSTYLE\r\n::cue { background: url(https://evil.example) }\r\n\r\nNOTE a\r\n\r\n1\r\n${cue} line:80%\r\n<v 老师>Hello <b>world</b></v>\r\n`;
    const view = await add(styled);
    expect(view.subtitles.map((each) => each.language).sort()).toEqual(['en', 'zh-CN']);
    const english = () => client.answer(media.asset, { params: { mediaId, file: 'en.vtt' } });
    expect((await english()).bytes.toString()).toBe(`WEBVTT\n\n${cue} line:80%\n<v 老师>Hello <b>world</b></v>\n`);
    await add(`WEBVTT\n\n${cue}\nsecond`);
    expect((await english()).bytes.toString()).toContain('second');
    const subtitleId = view.subtitles.find((each) => each.language === 'en')?.id ?? '';
    const after = await client.call(media.deleteSubtitle, { params: { mediaId, subtitleId } });
    expect(after.subtitles.map((each) => each.language)).toEqual(['zh-CN']);
    expect((await english()).status).toBe(404);
    const again = client.call(media.deleteSubtitle, { params: { mediaId, subtitleId } });
    await expect(again).rejects.toEqual(refused('not_found'));
  });

  it('answer subtitle checks in linear time', async () => {
    const began = performance.now();
    const { client } = school.administrator;
    const line = `${'<'.repeat(200_000)}\n${' align:'.repeat(20_000)}`;
    const vtt = `WEBVTT\n\n00:00.000 --> 00:01.000${' line:1'.repeat(10_000)}!\n${line}`;
    const body = { language: 'en' as const, label: 'x', vtt };
    await expect(client.call(media.addSubtitle, { params: { mediaId }, body })).rejects.toEqual(
      refused('subtitle_invalid'),
    );
    expect(performance.now() - began).toBeLessThan(2_000);
  });
});
