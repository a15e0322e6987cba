import { accounts, type ErrorBody } from '@dangxiao/contracts';
import { Config } from '../../../apps/api/src/config/config.ts';
import { createAdapter } from '../../../apps/api/src/http/server.ts';
import type { Client } from '../../support/client.ts';
import type { SignedIn } from '../../support/factories.ts';
import { testApp, type TestApp } from '../../support/test-app.ts';

const json = { 'content-type': 'application/json' };

describe('before every handler', () => {
  let t: TestApp;
  let learner: SignedIn;
  beforeAll(async () => {
    t = await testApp();
    const { root } = await t.make.school();
    learner = await t.make.person({ organization: root });
  });
  afterAll(() => t.close());

  const consent = (client: Client, headers: Record<string, string>, payload: string | Buffer = '{"version":1}') =>
    client.send({ method: 'POST', url: '/api/v1/me/consent', headers: { ...json, ...headers }, payload });
  const code = (body: Partial<ErrorBody>) => body.error?.code;

  it.each([
    ['from this site', { origin: 'http://localhost' }, 200],
    ['from elsewhere', { origin: 'https://evil.example' }, 403],
    ['from another scheme', { origin: 'https://localhost' }, 403],
    ['from another port', { origin: 'http://localhost:8080' }, 403],
    ['from an opaque origin', { origin: 'null' }, 403],
    ['from elsewhere that claims to be here', { origin: 'https://evil.example', 'sec-fetch-site': 'same-origin' }, 403],
  ])('a write %s', async (_what, headers, status) => {
    const answer = await consent(learner.client, headers);
    expect([answer.status, code(answer.body)]).toEqual([status, status === 403 ? 'origin_refused' : undefined]);
  });

  it('a write that does not say where it comes from is refused, unless the browser vouches for it', async () => {
    const silent = t.visitor();
    delete silent.headers.origin;
    for (const [name, value] of learner.client.cookies) silent.cookies.set(name, value);
    expect(code((await consent(silent, {})).body)).toBe('origin_refused');
    expect(code((await consent(silent, { 'sec-fetch-site': 'same-site' })).body)).toBe('origin_refused');
    expect((await consent(silent, { 'sec-fetch-site': 'same-origin' })).status).toBe(200);
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'application/jsonp'])(
    'a body of type %s is refused',
    async (type) => {
      const answer = await consent(learner.client, { 'content-type': type });
      expect([answer.status, code(answer.body)]).toEqual([415, 'unsupported_media_type']);
    },
  );

  it.each([
    ['broken', '{"version":', 400, 'malformed_request'],
    ['with __proto__', '{"version":1,"__proto__":{"admin":true}}', 400, 'malformed_request'],
    ['with constructor.prototype', '{"version":1,"constructor":{"prototype":{}}}', 400, 'malformed_request'],
    [
      'too large',
      JSON.stringify({ version: 1, more: 'x'.repeat(accounts.giveConsent.bodyLimit) }),
      413,
      'body_too_large',
    ],
    ['of another shape', '[]', 422, 'validation_failed'],
  ])('JSON %s is refused', async (_what, payload, status, expected) => {
    const answer = await consent(learner.client, {}, payload);
    expect([answer.status, code(answer.body)]).toEqual([status, expected]);
  });

  it.each([accounts.signIn, accounts.checkActivationCode, accounts.activate])(
    '$id reads a body up to the limit of its row, and none that is longer',
    async (endpoint) => {
      const visitor = t.visitor();
      const send = (bytes: number) => {
        const payload = JSON.stringify({ more: 'x'.repeat(bytes - '{"more":""}'.length) });
        return visitor.send({ method: 'POST', url: `/api/v1${endpoint.path}`, headers: json, payload });
      };
      expect(code((await send(endpoint.bodyLimit)).body)).toBe('validation_failed');
      const longer = await send(endpoint.bodyLimit + 1);
      expect([longer.status, code(longer.body)]).toEqual([413, 'body_too_large']);
    },
  );

  it('says which field is wrong, and why', async () => {
    const answer = await t.visitor().answer(accounts.signIn, { body: { login: 'a', extra: 1 } as never });
    expect(answer.body.error).toMatchObject({
      code: 'validation_failed',
      fields: expect.arrayContaining([
        { path: 'login', code: 'too_short', params: { minimum: 3 } },
        { path: 'password', code: 'required', params: {} },
        { path: 'extra', code: 'unrecognized_key', params: {} },
      ]),
    });
    const query = await learner.client.send({ method: 'GET', url: '/api/v1/me?x=1' });
    expect(query.body.error?.fields).toEqual([{ path: 'query.x', code: 'unrecognized_key', params: {} }]);
  });

  it('an unknown route is an answer like any other, with its request id and nothing else', async () => {
    const answer = await t.visitor().send({ method: 'GET', url: '/api/v1/nothing-here' });
    const requestId = answer.headers['x-request-id'];
    expect([answer.status, answer.body]).toEqual([404, { error: { code: 'not_found', params: {}, requestId } }]);
    expect(answer.headers['cache-control']).toBe('no-store');
  });

  it('a route that says nothing of its access does not boot', () => {
    const instance = createAdapter(t.get(Config)).getInstance();
    const forgotten = { method: 'GET', url: '/forgotten', handler: async () => 'x' };
    expect(() => instance.route(forgotten)).toThrow('GET /forgotten says nothing of its access');
  });

  it('every answer carries the security headers of its kind', async () => {
    const page = (await t.visitor().send({ method: 'GET', url: '/api/docs' })).headers;
    const policy = String(page['content-security-policy']);
    expect(policy).toContain("default-src 'self'");
    expect(policy).toMatch(/script-src 'self';/);
    expect(policy).toContain("frame-ancestors 'none'");
    expect(page).toMatchObject({ 'x-frame-options': 'DENY', 'referrer-policy': 'same-origin' });
    const data = (await learner.client.answer(accounts.me)).headers;
    expect(data).toMatchObject({
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'no-store',
    });
    for (const headers of [page, data]) {
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(headers['x-powered-by']).toBeUndefined();
    }
  });
});
