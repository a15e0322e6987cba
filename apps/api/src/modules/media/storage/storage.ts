import type { Readable } from 'node:stream';

/** Bytes from `start` to `end`, both included, as in HTTP. */
export interface ByteRange {
  start: number;
  end: number;
}

/**
 * Where files live: a folder or an S3 bucket. Keys are relative paths of ours: `segments/<media>/<rendition>/<file>`, `assets/<media>/<file>`,
 * `files/<id>`, `exports/<id>/<run>.xlsx`. Segments alone may be served by a proxy without asking us: they are encrypted.
 */
export abstract class Storage {
  /** Writes or replaces a file: afterwards it is there as a whole, or not at all. */
  abstract put(key: string, bytes: Uint8Array): Promise<void>;
  /** The same from a file on this machine, which may be large. */
  abstract putFile(key: string, path: string): Promise<void>;
  /** Length in bytes, or null when there is no such file. */
  abstract size(key: string): Promise<number | null>;
  /** The file or a part of it, as a stream. Rejects when there is no such file. */
  abstract read(key: string, range?: ByteRange): Promise<Readable>;
  /** Removes a file, or everything below a key that ends in `/`. What is absent is not an error. */
  abstract remove(key: string): Promise<void>;
  /** The file as a path on this machine, for programs; fetched into `folder` where the storage is elsewhere. */
  abstract localPath(key: string, folder: string): Promise<string>;
}
