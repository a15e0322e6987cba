import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { jest } from '@jest/globals';
import { media } from '@dangxiao/contracts';
import { FolderStorage } from '../../../apps/api/src/modules/media/storage/folder-storage.ts';
import { S3Storage } from '../../../apps/api/src/modules/media/storage/s3-storage.ts';
import type { Storage } from '../../../apps/api/src/modules/media/storage/index.ts';
import { UploadLocker } from '../../../apps/api/src/modules/media/uploads/upload-lock.ts';
import { FakeS3 } from '../../support/fake-s3.ts';
import { keys, startS3 } from '../../support/s3-server.ts';
import { testApp } from '../../support/test-app.ts';
import { film } from './films.ts';
import { Tus } from './tus.ts';

jest.setTimeout(180_000);

describe('storage', () => {
  let s3: Awaited<ReturnType<typeof startS3>>;
  let strict: typeof s3;
  let folder: string;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'dangxiao-storage-'));
    s3 = await startS3(join(folder, 's3'), 'school', false);
    strict = await startS3(join(folder, 'strict'), 'school', true);
  });
  afterAll(async () => {
    await Promise.all([s3.close(), strict.close()]);
    rmSync(folder, { recursive: true, force: true });
  });

  const bucket = (more: { endpoint?: string; bucket?: string; secretKey?: string } = {}) =>
    new S3Storage({ kind: 's3', endpoint: s3.endpoint, region: 'us-east-1', bucket: 'school', ...keys, ...more });
  const storages: [string, () => Storage][] = [
    ['a folder', () => new FolderStorage(join(folder, 'media'))],
    ['a bucket', bucket],
  ];

  it.each(storages)('in %s keeps, replaces, reads in parts and removes files', async (_name, make) => {
    const storage = make();
    await storage.put('segments/x/360p/000.ts', Buffer.from('first'));
    await storage.put('segments/x/360p/000.ts', Buffer.from('0123456789'));
    await storage.put('segments/xy/000.ts', Buffer.from('other'));
    expect(await storage.size('segments/x/360p/000.ts')).toBe(10);
    expect(await storage.size('segments/x/360p/001.ts')).toBeNull();
    expect((await buffer(await storage.read('segments/x/360p/000.ts'))).toString()).toBe('0123456789');
    const part = await storage.read('segments/x/360p/000.ts', { start: 2, end: 4 });
    expect((await buffer(part)).toString()).toBe('234');
    await expect(storage.read('nothing/here')).rejects.toThrow();
    await storage.remove('segments/x/');
    await storage.remove('segments/x/');
    expect(await storage.size('segments/x/360p/000.ts')).toBeNull();
    expect(await storage.size('segments/xy/000.ts')).toBe(5);
  });

  it.each(storages)('in %s takes large files from the disk and hands them to programs', async (_name, make) => {
    const storage = make();
    const movie = join(folder, 'movie');
    const bytes = randomBytes(7_000_001);
    writeFileSync(movie, bytes);
    await storage.putFile('sources/讲座 +1.mp4', movie);
    expect(await storage.size('sources/讲座 +1.mp4')).toBe(bytes.length);
    const range = { start: 6_999_990, end: 7_000_000 };
    expect((await buffer(await storage.read('sources/讲座 +1.mp4', range))).equals(bytes.subarray(-11))).toBe(true);
    const path = await storage.localPath('sources/讲座 +1.mp4', folder);
    expect(readFileSync(path).equals(bytes)).toBe(true);
  });

  it('in a bucket signs what it asks for, and says when it may not: never that a file is absent', async () => {
    const { endpoint } = strict;
    const storage = bucket({ endpoint });
    await storage.put('讲座 +1.mp4', Buffer.from('0123456789'));
    expect((await buffer(await storage.read('讲座 +1.mp4', { start: 8, end: 9 }))).toString()).toBe('89');
    await storage.remove('讲座 +1.mp4');
    expect(await storage.size('讲座 +1.mp4')).toBeNull();
    const stranger = bucket({ endpoint, secretKey: 'wrong' });
    for (const ask of [() => stranger.put('a', Buffer.from('x')), () => stranger.read('a'), () => stranger.remove('a')])
      await expect(ask()).rejects.toMatchObject({ name: 'SignatureDoesNotMatch' });
    await expect(stranger.size('a')).rejects.toMatchObject({ $metadata: { httpStatusCode: 403 } });
    const nowhere = bucket({ bucket: 'nowhere' });
    for (const ask of [() => nowhere.put('a', Buffer.from('x')), () => nowhere.remove('a/')])
      await expect(ask()).rejects.toMatchObject({ name: 'NoSuchBucket' });
  });

  it('in a bucket removes more files than a listing shows at a time', async () => {
    const fake = new FakeS3();
    const storage = bucket({ endpoint: await fake.listen() });
    for (let n = 0; n < 1_010; n += 1) fake.objects.set(`many/${n}`, { bytes: Buffer.from('x'), metadata: {} });
    fake.objects.set('manyfold', { bytes: Buffer.from('x'), metadata: {} });
    await storage.remove('many/');
    expect([...fake.objects.keys()]).toEqual(['manyfold']);
    fake.close();
  });

  it('in a folder never leaves it and leaves no drafts', async () => {
    const storage = new FolderStorage(join(folder, 'media'));
    for (const key of ['../outside', '/etc/passwd', 'a/../../b', '']) {
      await expect(storage.put(key, Buffer.from('x'))).rejects.toThrow(/leaves the storage folder/);
    }
    await Promise.all(Array.from({ length: 20 }, (_, n) => storage.put('same', Buffer.alloc(10_000, n))));
    expect(new Set(await buffer(await storage.read('same'))).size).toBe(1);
    expect(readdirSync(join(folder, 'media')).filter((name) => name.startsWith('.'))).toEqual([]);
  });

  it('in a bucket carries a lecture from the upload in pieces to its segments', async () => {
    const fake = new FakeS3();
    const environment = {
      ...{ ROLE: 'all', STORAGE: 's3', S3_ENDPOINT: await fake.listen(), S3_BUCKET: 'school' },
      ...{ S3_ACCESS_KEY: 'a', S3_SECRET_KEY: 'b' },
    };
    const t = await testApp({ environment });
    try {
      const tus = await Tus.of(t);
      const { root, administrator } = await t.make.school();
      const { client } = administrator;
      const movie = await film({ seconds: 2, size: '160x90' });
      const { id: uploadId, url } = await tus.begin(client, movie.length);
      expect((await tus.patch(client, url, 0, movie.subarray(0, 5_000))).status).toBe(204);
      const body = { uploadId, title: '讲座', organizationId: root.id };
      expect((await client.answer(media.createMedia, { body })).body.error?.code).toBe('upload_incomplete');
      expect((await tus.head(client, url)).headers.get('upload-offset')).toBe('5000');
      expect((await tus.patch(client, url, 5_000, movie.subarray(5_000))).status).toBe(204);
      const { id: mediaId } = await client.call(media.createMedia, { body });
      const get = () => client.call(media.getMedia, { params: { mediaId } });
      for (let tries = 0; tries < 400 && (await get()).state !== 'ready'; tries += 1) await sleep(200);
      expect(await get()).toMatchObject({ state: 'ready' });
      const params = { mediaId, rendition: '90p', file: '000.ts' };
      const segment = await t.visitor().answer(media.segment, { params });
      expect(segment.status).toBe(200);
      expect(fake.objects.get(`segments/${mediaId}/90p/000.ts`)?.bytes.equals(segment.bytes)).toBe(true);
      await client.call(media.deleteMedia, { params: { mediaId } });
      expect([...fake.objects.keys()].filter((key) => key.includes(mediaId) || key.includes(uploadId))).toEqual([]);
    } finally {
      await t.close();
      fake.close();
    }
  });

  it('gives an upload to one writer at a time, over all processes', async () => {
    const t = await testApp();
    try {
      const { administrator } = await t.make.school();
      const sql = `insert into upload (id, account_id, file_name, bytes, created_at) values ('upload-x', $1, 'x', 1, now())`;
      await t.pg.execute(sql, [administrator.accountId]);
      const [first, second] = [new UploadLocker(t.pg), new UploadLocker(t.pg)].map((each) => each.newLock('upload-x'));
      if (!first || !second) throw new Error('No locks');
      const never = new AbortController().signal;
      let asked = 0;
      await first.lock(never, async () => {
        asked += 1;
        await first.unlock();
      });
      await second.lock(never, () => undefined);
      expect(asked).toBe(1);
      // a holder that died is waited out
      await t.pg.execute(`update upload set locked_until = now() - interval '1 second' where id = 'upload-x'`);
      const third = new UploadLocker(t.pg).newLock('upload-x');
      await third.lock(never, () => undefined);
      await Promise.all([second.unlock(), third.unlock()]);
      expect(await t.pg.query('select lock_token from upload')).toEqual([{ lock_token: null }]);
    } finally {
      await t.close();
    }
  });
});
