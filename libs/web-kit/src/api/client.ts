import type { Endpoint, ErrorBody } from '@dangxiao/contracts';
import { addressOf } from './address.ts';
import { ApiFailure } from './failure.ts';
import type { AnswerOf, InputOf, LooseInput } from './input.ts';
import { sessionLost } from './session-lost.ts';

export interface CallOptions {
  signal?: AbortSignal;
  /** Lets the request outlive the page; its body must stay below 64 KiB. */
  keepalive?: boolean;
  /** Gives up after so many ms; 20 s when left out. */
  timeoutMs?: number;
}

const defaultTimeoutMs = 20_000;

async function failureOf(response: Response): Promise<ApiFailure> {
  const body = (await response.json().catch(() => null)) as ErrorBody | null;
  const error = body?.error;
  if (!error?.code)
    return new ApiFailure(response.status >= 500 ? 'overloaded' : 'bad_answer', { status: response.status });
  return new ApiFailure(error.code, { ...error, status: response.status });
}

async function send(endpoint: Endpoint, input: LooseInput, options: CallOptions): Promise<Response> {
  const aborter = new AbortController(); // AbortSignal.any is younger than the oldest browser we serve
  const abort = () => aborter.abort();
  const timer = setTimeout(abort, options.timeoutMs ?? defaultTimeoutMs);
  options.signal?.addEventListener('abort', abort);
  const writes = endpoint.method !== 'GET';
  try {
    return await fetch(addressOf(endpoint, input), {
      method: endpoint.method,
      credentials: 'same-origin',
      headers: writes ? { 'content-type': 'application/json' } : {},
      body: writes ? JSON.stringify(input.body ?? {}) : null,
      keepalive: options.keepalive ?? false,
      signal: aborter.signal,
    });
  } catch (error) {
    if (options.signal?.aborted) throw error; // the caller's own wish, not a failure of the network
    throw new ApiFailure('offline');
  } finally {
    clearTimeout(timer);
    options.signal?.removeEventListener('abort', abort);
  }
}

async function answered(endpoint: Endpoint, input: LooseInput, options: CallOptions): Promise<Response> {
  const response = await send(endpoint, input, options);
  if (response.ok) return response;
  const failure = await failureOf(response);
  if (failure.code === 'not_signed_in') sessionLost.announce();
  throw failure;
}

/**
 * Calls an endpoint that answers with a file.
 * @throws {ApiFailure} as `call` does
 */
export async function callForFile<E extends Endpoint>(
  endpoint: E,
  input: InputOf<E>,
  options: CallOptions = {},
): Promise<Blob> {
  const response = await answered(endpoint, input, options);
  return response.blob();
}

/**
 * Calls an endpoint of the contract table on this origin.
 * @throws {ApiFailure} with the server's code, `offline` when no answer came, `bad_answer` when it was not ours.
 */
export async function call<E extends Endpoint>(
  endpoint: E,
  input: InputOf<E>,
  options: CallOptions = {},
): Promise<AnswerOf<E>> {
  const response = await answered(endpoint, input, options);
  return (await response.json().catch(() => {
    throw new ApiFailure('bad_answer', { status: response.status });
  })) as AnswerOf<E>;
}
