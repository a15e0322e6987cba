import { credits, media } from '@dangxiao/contracts';
import type { Client } from '../../support/client.ts';
import type { School } from '../../support/factories.ts';
import { testApp, type TestApp } from '../../support/test-app.ts';
import { Tus } from './tus.ts';

const refused = (code: string) => expect.objectContaining({ code });
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const pdf = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');
const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');

describe('small files', () => {
  let t: TestApp;
  let tus: Tus;
  let school: School;
  let client: Client;
  beforeAll(async () => {
    t = await testApp();
    tus = await Tus.of(t);
    school = await t.make.school();
    client = school.administrator.client;
  });
  afterAll(() => t.close());

  const keep = async (
    who: Client,
    bytes: Uint8Array,
    purpose: 'cover' | 'evidence',
    name: string,
    at = school.root,
  ) => {
    const uploadId = await tus.upload(who, bytes, name);
    return who.call(media.createFile, { body: { uploadId, purpose, organizationId: at.id } });
  };
  const read = (who: Client, fileId: string) => who.answer(media.readFile, { params: { fileId } });

  it('are kept by content: pictures as covers, pictures and PDF as evidence, never SVG or HTML', async () => {
    const cover = await keep(client, png, 'cover', '封面 "1".exe');
    expect(cover).toMatchObject({ type: 'image/png', bytes: png.length, url: `/api/v1/files/${cover.id}` });
    expect(await keep(client, pdf, 'evidence', '证明.pdf')).toMatchObject({ type: 'application/pdf' });
    const html = Buffer.from('<html><script>alert(1)</script></html>');
    for (const [bytes, purpose] of [
      [svg, 'cover'],
      [svg, 'evidence'],
      [html, 'evidence'],
      [pdf, 'cover'],
      [Buffer.concat([png, Buffer.alloc(5 * 1024 * 1024)]), 'cover'],
    ] as const) {
      await expect(keep(client, bytes, purpose, 'picture.png')).rejects.toEqual(refused('upload_wrong_type'));
    }
    const learner = await t.make.person({ organization: school.root });
    const answer = await read(learner.client, cover.id);
    expect(answer.bytes.equals(png)).toBe(true);
    expect(answer.headers).toMatchObject({ 'content-type': 'image/png', 'x-content-type-options': 'nosniff' });
    expect(answer.headers['content-disposition']).toMatch(/^inline; filename\*=UTF-8''%E5%B0%81/);
    expect((await read(t.visitor(), cover.id)).status).toBe(401);
  });

  it('are used once, by the account that uploaded them, where it may', async () => {
    const branch = await t.make.organization(school.root);
    const other = await t.make.organization(school.root);
    const mine = await t.make.administrator(branch);
    await expect(keep(mine.client, png, 'cover', 'a.png', other)).rejects.toEqual(refused('organization_not_found'));
    const instructor = await t.make.administrator(branch, 'instructor');
    await expect(keep(instructor.client, pdf, 'evidence', 'a.pdf', branch)).rejects.toEqual(refused('not_allowed'));
    const uploadId = await tus.upload(mine.client, png);
    const body = { uploadId, purpose: 'cover' as const, organizationId: branch.id };
    await expect(client.call(media.createFile, { body })).rejects.toEqual(refused('upload_not_found'));
    const answers = await Promise.all([1, 2, 3].map(() => mine.client.answer(media.createFile, { body })));
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 404, 404]);
  });

  it('show evidence to the person it is about and to those who may read the record, and to nobody else', async () => {
    const left = await t.make.organization(school.root);
    const right = await t.make.organization(school.root);
    const person = await t.make.person({ organization: left });
    const colleague = await t.make.person({ organization: left });
    const near = await t.make.administrator(left, 'auditor');
    const stranger = await t.make.administrator(right);
    const evidence = await keep(client, pdf, 'evidence', '证明.pdf');
    expect((await read(person.client, evidence.id)).status).toBe(404);
    await client.call(credits.recognise, {
      params: { personId: person.personId },
      body: {
        requestId: crypto.randomUUID(),
        hours: '4.00',
        date: '2026-02-01',
        title: '脱产培训',
        reason: '县委党校',
        fileIds: [evidence.id],
      },
    });
    const answer = await read(person.client, evidence.id);
    expect(answer.status).toBe(200);
    expect(answer.headers).toMatchObject({ 'content-type': 'application/pdf', 'cache-control': 'no-store' });
    expect(answer.headers['content-disposition']).toMatch(/^attachment/);
    expect((await read(near.client, evidence.id)).status).toBe(200);
    expect((await read(colleague.client, evidence.id)).status).toBe(404);
    expect((await read(stranger.client, evidence.id)).status).toBe(404);
  });
});
