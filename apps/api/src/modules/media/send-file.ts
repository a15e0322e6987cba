import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Storage } from './storage/index.ts';

/** Parses a single byte range of a file of `size` bytes; null: answer the whole file; false: it cannot be satisfied. */
export function rangeOf(header: string | undefined, size: number): { start: number; end: number } | null | false {
  const [, first = '', last = ''] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header ?? '') ?? [];
  if (first === '' && last === '') return null;
  const start = first === '' ? Math.max(0, size - Number(last)) : Number(first);
  const end = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1);
  return start <= end && start < size ? { start, end } : false;
}

/** Answers a stored file, whole or a range of it. @returns false when there is no such file; nothing was answered then */
export async function sendFile(
  storage: Storage,
  key: string,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<boolean> {
  const size = await storage.size(key);
  if (size === null) return false;
  const range = rangeOf(request.headers.range, size);
  reply.header('accept-ranges', 'bytes');
  if (range === false) {
    void reply.status(416).header('content-range', `bytes */${size}`).send();
    return true;
  }
  const stream = await storage.read(key, range ?? undefined);
  if (range) reply.status(206).header('content-range', `bytes ${range.start}-${range.end}/${size}`);
  void reply.header('content-length', range ? range.end - range.start + 1 : size).send(stream);
  return true;
}
