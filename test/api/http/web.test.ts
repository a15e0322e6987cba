import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync } from 'node:zlib';
import { testApp, type TestApp } from '../../support/test-app.ts';

describe('the web apps, as built', () => {
  const folder = mkdtempSync(join(tmpdir(), 'dangxiao-web-'));
  let t: TestApp;
  const get = (url: string, headers = {}) => t.visitor().send({ method: 'GET', url, headers });
  beforeAll(async () => {
    for (const app of ['portal', 'admin']) {
      mkdirSync(join(folder, app, 'assets'), { recursive: true });
      writeFileSync(join(folder, app, 'index.html'), `<p>${app}</p>`);
      writeFileSync(join(folder, app, 'icon.svg'), '<svg/>');
      writeFileSync(join(folder, app, 'assets/main-1a2b.js'), `${app}();`);
      writeFileSync(join(folder, app, 'assets/main-1a2b.js.br'), brotliCompressSync(`${app}();`));
    }
    writeFileSync(join(folder, 'secret.txt'), 'no');
    const environment = { PORTAL_DIST: join(folder, 'portal'), ADMIN_DIST: join(folder, 'admin') };
    t = await testApp({ environment });
  });
  afterAll(async () => {
    await t.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it.each([
    ['/', 'portal'],
    ['/courses/1?tab=2', 'portal'],
    ['/admin/', 'admin'],
    ['/admin/people/5', 'admin'],
  ])('%s is the page of the %s, always fresh', async (url, app) => {
    const answer = await get(url);
    expect([answer.status, answer.bytes.toString()]).toEqual([200, `<p>${app}</p>`]);
    expect(answer.headers['cache-control']).toBe('no-cache');
    expect(answer.headers['content-security-policy']).toContain("default-src 'self'");
  });

  it('serves hashed assets for ever, compressed ahead where the browser takes it', async () => {
    const plain = await get('/assets/main-1a2b.js');
    expect([plain.bytes.toString(), plain.headers['cache-control']]).toEqual([
      'portal();',
      'public, max-age=31536000, immutable',
    ]);
    const small = await get('/admin/assets/main-1a2b.js', { 'accept-encoding': 'br' });
    expect(small.headers['content-encoding']).toBe('br');
    expect(brotliDecompressSync(small.bytes).toString()).toBe('admin();');
  });

  it('does not answer a missing asset or API route with the page', async () => {
    for (const url of ['/assets/gone.js', '/api/v1/gone', '/api/gone']) {
      const answer = await get(url);
      expect([url, answer.status, answer.body.error?.code]).toEqual([url, 404, 'not_found']);
      expect(String(answer.headers['cache-control'])).not.toContain('immutable');
    }
  });

  it.each([
    '/../secret.txt',
    '/..%2fsecret.txt',
    '/assets/..%2f..%2fsecret.txt',
    '/%2e%2e/secret.txt',
    '/assets/%00.js',
  ])('does not leave its folder: %s', async (url) => {
    const answer = await get(url);
    expect(answer.bytes.toString()).not.toBe('no');
    expect(answer.status).not.toBe(500);
  });

  it('sends /admin to /admin/', async () => {
    expect(await get('/admin')).toMatchObject({ status: 308, headers: { location: '/admin/' } });
  });
});
