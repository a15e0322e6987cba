import { buffer } from 'node:stream/consumers';
import type { Storage } from './storage.ts';

/** The first bytes of a file, at most `most` of them. */
export async function firstBytes(storage: Storage, key: string, most: number): Promise<Buffer> {
  const size = (await storage.size(key)) ?? 0;
  if (size === 0) return Buffer.alloc(0);
  return buffer(await storage.read(key, { start: 0, end: Math.min(size, most) - 1 }));
}
