import { media } from '@dangxiao/contracts';
import { ExpireUploads } from '../../../apps/api/src/modules/media/uploads/expire-uploads.ts';
import type { Client } from '../../support/client.ts';
import type { Node, School } from '../../support/factories.ts';
import { testApp, type TestApp } from '../../support/test-app.ts';
import { film } from './films.ts';
import { Tus } from './tus.ts';

const refused = (code: string) => expect.objectContaining({ code });

describe('uploads', () => {
  let t: TestApp;
  let school: School;
  let client: Client;
  let movie: Buffer;
  let tus: Tus;
  beforeAll(async () => {
    t = await testApp();
    tus = await Tus.of(t);
    school = await t.make.school();
    client = school.administrator.client;
    movie = await film({ seconds: 2, size: '320x180' });
  });
  afterAll(() => t.close());

  const create = (who: Client, uploadId: string, organization: Node = school.root) =>
    who.call(media.createMedia, { body: { uploadId, title: '讲座', organizationId: organization.id } });

  it('go on where they stopped, and only there', async () => {
    const { url, id, status } = await tus.begin(client, movie.length);
    expect(status).toBe(201);
    expect(url).toMatch(/^\/api\/v1\/uploads\/upload-[0-9a-f]{32}$/);
    const half = Math.floor(movie.length / 2);
    expect((await tus.patch(client, url, 0, movie.subarray(0, half))).status).toBe(204);
    expect((await tus.head(client, url)).headers.get('upload-offset')).toBe(String(half));
    expect((await tus.patch(client, url, 0, movie)).status).toBe(409);
    expect((await tus.patch(client, url, half + 1, movie.subarray(half + 1))).status).toBe(409);
    await expect(create(client, id)).rejects.toEqual(refused('upload_incomplete'));
    const last = await tus.patch(client, url, half, movie.subarray(half));
    expect([last.status, last.headers.get('upload-offset')]).toEqual([204, String(movie.length)]);
    const view = await create(client, id);
    expect(view).toMatchObject({
      state: 'uploaded',
      step: 'waiting',
      sourceName: 'lecture.mp4',
      sourceBytes: movie.length,
    });
  });

  it('are refused to learners, to visitors, to pages of other sites, above 4 GB and without a length', async () => {
    const learner = await t.make.person({ organization: school.root });
    expect((await tus.begin(learner.client, 10)).status).toBe(403);
    expect((await tus.begin(t.visitor(), 10)).status).toBe(401);
    const foreign = await t.make.signIn(school.administrator.accountId);
    foreign.headers.origin = 'https://evil.example';
    expect((await tus.begin(foreign, 10)).body).toContain('origin_refused');
    expect((await tus.begin(client, 4 * 1024 ** 3 + 1)).status).toBe(413);
    const deferred = await tus.send(client, 'POST', '/api/v1/uploads', { 'upload-defer-length': '1' });
    expect(deferred.status).toBe(400);
  });

  it('belong to one account: to others they do not exist, whatever they try', async () => {
    const other = await t.make.administrator(school.root, 'school_administrator');
    const { url, id } = await tus.begin(client, movie.length);
    expect((await tus.patch(other.client, url, 0, movie)).status).toBe(404);
    expect((await tus.head(other.client, url)).status).toBe(404);
    expect((await tus.remove(other.client, url)).status).toBe(404);
    expect((await tus.patch(client, url, 0, movie)).status).toBe(204);
    await expect(create(other.client, id)).rejects.toEqual(refused('upload_not_found'));
    for (const odd of ['../../etc/passwd', 'upload-..%2f..%2fx', 'nothing-like-it']) {
      expect((await tus.head(client, `/api/v1/uploads/${encodeURIComponent(odd)}`)).status).toBe(404);
      await expect(create(client, odd)).rejects.toEqual(refused('upload_not_found'));
    }
  });

  it('become one lecture, however often and from wherever it is asked for', async () => {
    const id = await tus.upload(client, movie);
    const views = await Promise.all(Array.from({ length: 6 }, () => create(client, id)));
    expect(new Set(views.map((view) => view.id)).size).toBe(1);
    const jobs = await t.asOwner(`select count(*)::int as n from pgboss.job where data->>'mediaId' = $1`, [
      views[0]?.id,
    ]);
    expect(jobs).toEqual([{ n: 1 }]);
    // claimed: nobody writes to it or removes it any more
    expect((await tus.head(client, `/api/v1/uploads/${id}`)).status).toBe(404);
    expect((await tus.remove(client, `/api/v1/uploads/${id}`)).status).toBe(404);
  });

  it('are films by content, not by name', async () => {
    const png = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    );
    const playlist = Buffer.from('#EXTM3U\n#EXTINF:1,\nhttp://169.254.169.254/latest/meta-data/\n#EXT-X-ENDLIST\n');
    const concat = Buffer.from("ffconcat version 1.0\nfile 'file:///etc/passwd'\n");
    for (const bytes of [png, playlist, concat, Buffer.from('<html><script>1</script>'), Buffer.alloc(5000, 1)]) {
      await expect(create(client, await tus.upload(client, bytes, 'film.mp4'))).rejects.toEqual(
        refused('upload_not_video'),
      );
    }
    for (const container of ['mov', 'mkv', 'webm'] as const) {
      const bytes = await film({ seconds: 1, size: '160x90', container });
      expect(await create(client, await tus.upload(client, bytes, 'film.bin'))).toMatchObject({ state: 'uploaded' });
    }
  });

  it('go to organizations of the own subtree only', async () => {
    const left = await t.make.organization(school.root);
    const right = await t.make.organization(school.root);
    const { client: mine } = await t.make.administrator(left);
    const id = await tus.upload(mine, movie);
    await expect(create(mine, id, right)).rejects.toEqual(refused('organization_not_found'));
    const { id: mediaId } = await create(mine, id, left);
    const stranger = await t.make.administrator(right);
    for (const call of [media.getMedia, media.retryMedia, media.deleteMedia] as const) {
      await expect(stranger.client.call(call, { params: { mediaId } })).rejects.toEqual(refused('media_not_found'));
    }
    const list = await mine.call(media.listMedia, { query: {} });
    expect(list).toMatchObject({ total: 1, items: [{ id: mediaId, title: '讲座' }], nextCursor: null });
    expect((await stranger.client.call(media.listMedia, { query: {} })).total).toBe(0);
  });

  it('are removed after a week when nobody finished or claimed them', async () => {
    const old = await tus.begin(client, 100);
    const claimed = await tus.upload(client, movie);
    await create(client, claimed);
    t.clock.advance(8 * 24 * 3_600_000);
    client = await t.make.signIn(school.administrator.accountId);
    const young = await tus.begin(client, 100);
    await t.get(ExpireUploads).run();
    expect((await tus.head(client, old.url)).status).toBe(404);
    expect((await tus.head(client, young.url)).status).toBe(200);
    const kept = await t.asOwner('select id from upload where id = any($1)', [[old.id, claimed, young.id]]);
    expect(kept.map((row) => row.id).sort()).toEqual([claimed, young.id].sort());
  });
});
