import type { BodyInput, Endpoint, ErrorBody, ParamsOf, QueryInput, ResponseOf } from '@dangxiao/contracts';

export interface CallInput<E extends Endpoint> {
  params?: ParamsOf<E>;
  query?: QueryInput<E>;
  body?: BodyInput<E>;
}

/** An error answer of the API. */
class HttpCallError extends Error {
  readonly status: number;
  readonly code: string;
  readonly params: Record<string, unknown>;

  constructor(endpoint: string, status: number, body: Partial<ErrorBody>) {
    super(`${endpoint} answered ${status} ${JSON.stringify(body)}`);
    this.status = status;
    this.code = body.error?.code ?? '';
    this.params = body.error?.params ?? {};
  }
}

/** One browser against a running server: keeps its cookies and sends the Origin of its page. */
export class HttpClient {
  readonly baseUrl: string;
  readonly #cookies = new Map<string, string>();

  constructor(baseUrl: string) {
    this.baseUrl = baseUrl;
  }

  get cookie(): string {
    return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  /** Calls an operation of the contract table; its answer, or an HttpCallError. */
  async call<E extends Endpoint>(endpoint: E, input: CallInput<E> = {}): Promise<ResponseOf<E>> {
    const params = (input.params ?? {}) as Record<string, string | number>;
    const path = endpoint.path.replace(/:(\w+)/g, (_, key: string) => encodeURIComponent(params[key] ?? ''));
    const query = new URLSearchParams();
    for (const [key, value] of Object.entries((input.query ?? {}) as Record<string, unknown>))
      if (value !== undefined) query.append(key, String(value));
    const writes = endpoint.method !== 'GET';
    const response = await this.send(`/api/v1${path}${query.size > 0 ? `?${query}` : ''}`, {
      method: endpoint.method,
      headers: writes ? { 'content-type': 'application/json' } : {},
      body: writes ? JSON.stringify(input.body ?? {}) : null,
    });
    const body = (await response.json()) as unknown;
    if (!response.ok) throw new HttpCallError(endpoint.id, response.status, body as Partial<ErrorBody>);
    return body as ResponseOf<E>;
  }

  /** Any request at all. */
  async send(path: string, init: RequestInit = {}): Promise<Response> {
    const headers = { origin: this.baseUrl, cookie: this.cookie, ...(init.headers as Record<string, string>) };
    const response = await fetch(new URL(path, this.baseUrl), { ...init, headers });
    for (const line of response.headers.getSetCookie()) {
      const [name = '', value = ''] = (line.split(';')[0] ?? '').split('=');
      if (value === '') this.#cookies.delete(name);
      else this.#cookies.set(name, value);
    }
    return response;
  }

  /** Uploads a whole file by the tus protocol in one piece; the upload's id. */
  async upload(name: string, bytes: Uint8Array): Promise<string> {
    const tus = { 'tus-resumable': '1.0.0' };
    const created = await this.send('/api/v1/uploads', {
      method: 'POST',
      headers: {
        ...tus,
        'upload-length': String(bytes.length),
        'upload-metadata': `filename ${Buffer.from(name).toString('base64')}`,
      },
    });
    const location = created.headers.get('location');
    if (created.status !== 201 || !location)
      throw new Error(`The upload was refused: ${created.status} ${await created.text()}`);
    const address = new URL(location, this.baseUrl).pathname;
    const sent = await this.send(address, {
      method: 'PATCH',
      headers: { ...tus, 'upload-offset': '0', 'content-type': 'application/offset+octet-stream' },
      body: bytes as BodyInit,
    });
    if (sent.status !== 204) throw new Error(`The upload broke: ${sent.status} ${await sent.text()}`);
    return address.split('/').at(-1) ?? '';
  }
}
