import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { once } from 'node:events';
import type { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { pack, type Pack } from 'tar-stream';

/** What a backup holds, written as its last entry. */
export interface Manifest {
  format: 1;
  /** Every transaction that was acknowledged by then is in the backup. */
  createdAt: string;
  /** The files of the embedded server, or the rows of a database elsewhere. */
  kind: 'cluster' | 'tables';
  /** Major version of the PostgreSQL server. */
  postgres: number;
  /** Every file with its size and SHA-256. */
  files: Record<string, { bytes: number; sha256: string }>;
}

export const manifestName = 'manifest.json';

/** Writes one compressed archive and remembers the checksum of every file in it. */
export class Archive {
  readonly files: Manifest['files'] = {};
  readonly #tar: Pack = pack();
  readonly #written: Promise<void>;

  constructor(file: string) {
    const out = createWriteStream(file, { flags: 'wx', mode: 0o600 });
    // Media are compressed already: the quickest level.
    this.#written = finished(this.#tar.pipe(createGzip({ level: 1 })).pipe(out));
    this.#written.catch(() => undefined);
  }

  addFolder(name: string): void {
    this.#tar.entry({ name: `${name}/`, type: 'directory' });
  }

  async addText(name: string, text: string): Promise<void> {
    await this.#write(name, Buffer.byteLength(text), [Buffer.from(text)]);
  }

  /**
   * Adds a file that may change or end while it is read: exactly the size it had at the start, filled up with zeros where it became
   * shorter. A file that is gone by now is left out.
   */
  async addFile(name: string, file: string): Promise<void> {
    const size = await stat(file).then(
      (found) => found.size,
      (error: NodeJS.ErrnoException) => (error.code === 'ENOENT' ? undefined : Promise.reject(error)),
    );
    if (size === undefined) return;
    await this.#write(name, size, size === 0 ? [] : padded(file, size));
  }

  async finish(about: Omit<Manifest, 'files' | 'format'>): Promise<void> {
    const manifest: Manifest = { format: 1, ...about, files: { ...this.files } };
    await this.addText(manifestName, JSON.stringify(manifest, null, 1));
    this.#tar.finalize();
    await this.#written;
  }

  async #write(name: string, size: number, chunks: Iterable<Buffer> | AsyncIterable<Buffer>): Promise<void> {
    const hash = createHash('sha256');
    const entry = this.#tar.entry({ name, size, mode: 0o600 }) as unknown as Writable;
    const over = finished(entry);
    for await (const chunk of chunks) {
      hash.update(chunk);
      if (!entry.write(chunk)) await Promise.race([once(entry, 'drain'), this.#written]);
    }
    entry.end();
    await Promise.race([over, this.#written]);
    this.files[name] = { bytes: size, sha256: hash.digest('hex') };
  }
}

async function* padded(file: string, size: number): AsyncGenerator<Buffer> {
  let left = size;
  for await (const chunk of createReadStream(file, { end: size - 1 }) as AsyncIterable<Buffer>) {
    left -= chunk.length;
    yield chunk;
  }
  for (; left > 0; left -= Math.min(left, 65_536)) yield Buffer.alloc(Math.min(left, 65_536));
}
