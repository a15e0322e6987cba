import type { Client } from '../../support/client.ts';
import type { TestApp } from '../../support/test-app.ts';

interface TusAnswer {
  status: number;
  headers: Headers;
  body: string;
}

const TUS = { 'tus-resumable': '1.0.0' };

/** A tus client over a real connection: the protocol streams bodies, which injected requests do not. */
export class Tus {
  private readonly base: string;

  private constructor(base: string) {
    this.base = base;
  }

  static async of(t: TestApp): Promise<Tus> {
    await t.app.listen(0, '127.0.0.1');
    return new Tus(await t.app.getUrl());
  }

  async send(client: Client, method: string, url: string, headers: Record<string, string>, body?: Uint8Array) {
    const cookie = [...client.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const origin = client.headers.origin === 'http://localhost' ? this.base : String(client.headers.origin);
    const all = { ...TUS, origin, cookie, ...headers };
    const response = await fetch(this.base + url, { method, headers: all, body: body ? Buffer.from(body) : null });
    return { status: response.status, headers: response.headers, body: await response.text() } satisfies TusAnswer;
  }

  /** Begins an upload of so many bytes. */
  async begin(client: Client, bytes: number, name = 'lecture.mp4') {
    const metadata = `filename ${Buffer.from(name).toString('base64')}`;
    const headers = { 'upload-length': String(bytes), 'upload-metadata': metadata };
    const answer = await this.send(client, 'POST', '/api/v1/uploads', headers);
    const url = answer.headers.get('location') ?? '';
    return { ...answer, url, id: url.split('/').at(-1) ?? '' };
  }

  patch(client: Client, url: string, offset: number, bytes: Uint8Array) {
    const headers = { 'upload-offset': String(offset), 'content-type': 'application/offset+octet-stream' };
    return this.send(client, 'PATCH', url, headers, bytes);
  }

  head(client: Client, url: string) {
    return this.send(client, 'HEAD', url, {});
  }

  remove(client: Client, url: string) {
    return this.send(client, 'DELETE', url, {});
  }

  /** A whole upload. @returns its id */
  async upload(client: Client, bytes: Uint8Array, name?: string): Promise<string> {
    const { id, url } = await this.begin(client, bytes.length, name);
    const answer = await this.patch(client, url, 0, bytes);
    if (answer.status !== 204) throw new Error(`The upload answered ${answer.status} ${answer.body}`);
    return id;
  }
}
