import type { BodyInput, Endpoint, ErrorBody, ParamsOf, QueryInput, ResponseOf } from '@dangxiao/contracts';
import type { FastifyInstance, InjectOptions } from 'fastify';

/** An error answer, thrown by `call`. */
export class CallError extends Error {
  readonly status: number;
  readonly code: string;
  readonly params: Record<string, unknown>;
  readonly fields: { path: string; code: string }[];

  constructor(endpoint: string, status: number, body: Partial<ErrorBody>) {
    super(`${endpoint} answered ${status} ${JSON.stringify(body)}`);
    this.status = status;
    this.code = body.error?.code ?? '';
    this.params = body.error?.params ?? {};
    this.fields = body.error?.fields ?? [];
  }
}

export interface Input<E extends Endpoint> {
  params?: ParamsOf<E>;
  query?: QueryInput<E>;
  body?: BodyInput<E>;
}

export interface Answer {
  status: number;
  headers: Record<string, string | string[] | number | undefined>;
  body: Record<string, unknown> & Partial<ErrorBody>;
  bytes: Buffer;
}

/** One browser: keeps its cookies and sends the Origin of its page. */
export class Client {
  readonly cookies = new Map<string, string>();
  private readonly instance: FastifyInstance;
  readonly headers: Record<string, string> = { origin: 'http://localhost', 'user-agent': 'test browser' };

  constructor(instance: FastifyInstance) {
    this.instance = instance;
  }

  /** Calls an operation; its parsed answer, or a CallError. */
  async call<E extends Endpoint>(endpoint: E, input: Input<E> = {}): Promise<ResponseOf<E>> {
    const answer = await this.answer(endpoint, input);
    if (answer.status >= 300) throw new CallError(endpoint.id, answer.status, answer.body);
    return answer.body as ResponseOf<E>;
  }

  /** Calls an operation and returns whatever it answers. */
  async answer<E extends Endpoint>(endpoint: E, input: Input<E> = {}): Promise<Answer> {
    const params = (input.params ?? {}) as Record<string, string>;
    const path = endpoint.path.replace(/:(\w+)/g, (_, key: string) => encodeURIComponent(params[key] ?? ''));
    const query = new URLSearchParams();
    for (const [key, value] of Object.entries((input.query ?? {}) as Record<string, unknown>)) {
      for (const one of Array.isArray(value) ? value : [value]) if (one !== undefined) query.append(key, String(one));
    }
    const url = `/api/v1${path}${query.size > 0 ? `?${query}` : ''}`;
    const payload = input.body === undefined ? undefined : JSON.stringify(input.body);
    const headers = payload === undefined ? {} : { 'content-type': 'application/json' };
    return this.send({ method: endpoint.method, url, payload, headers });
  }

  /** Any request at all. */
  async send(options: InjectOptions): Promise<Answer> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { ...this.headers, ...(cookie && { cookie }), ...options.headers };
    const response = await this.instance.inject({ ...options, headers });
    for (const { name, value } of response.cookies as { name: string; value: string }[]) {
      if (value === '') this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    const json = String(response.headers['content-type'] ?? '').startsWith('application/json');
    const body = json ? (response.json() as Answer['body']) : {};
    return { status: response.statusCode, headers: response.headers, body, bytes: response.rawPayload };
  }
}
