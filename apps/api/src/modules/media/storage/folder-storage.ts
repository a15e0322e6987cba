import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { copyFile, mkdir, open, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join, resolve, sep } from 'node:path';
import type { Readable } from 'node:stream';
import { Storage, type ByteRange } from './storage.ts';

/** Files in a folder, which several processes may share. */
export class FolderStorage extends Storage {
  private readonly root: string;

  constructor(folder: string) {
    super();
    this.root = resolve(folder);
  }

  async put(key: string, bytes: Uint8Array): Promise<void> {
    await this.place(key, (draft) => writeFile(draft, bytes, { flag: 'wx' }));
  }

  async putFile(key: string, path: string): Promise<void> {
    await this.place(key, (draft) => copyFile(path, draft));
  }

  /** Written beside its place and moved there, so that no reader and no crash ever sees half a file. */
  private async place(key: string, write: (draft: string) => Promise<void>): Promise<void> {
    const path = this.pathOf(key);
    await mkdir(dirname(path), { recursive: true });
    const draft = join(dirname(path), `.${randomUUID()}`);
    try {
      await write(draft);
      const file = await open(draft, 'r+');
      try {
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(draft, path);
    } catch (error) {
      await rm(draft, { force: true });
      throw error;
    }
  }

  async size(key: string): Promise<number | null> {
    const found = await stat(this.pathOf(key)).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return null;
      throw error;
    });
    return found?.isFile() ? found.size : null;
  }

  async read(key: string, range?: ByteRange): Promise<Readable> {
    const stream = createReadStream(this.pathOf(key), { ...range });
    await new Promise<void>((opened, failed) => stream.once('open', () => opened()).once('error', failed));
    return stream;
  }

  async remove(key: string): Promise<void> {
    await rm(this.pathOf(key), { recursive: true, force: true });
  }

  async localPath(key: string): Promise<string> {
    return this.pathOf(key);
  }

  private pathOf(key: string): string {
    const path = resolve(this.root, key);
    if (!path.startsWith(this.root + sep)) throw new Error(`Key ${key} leaves the storage folder`);
    return path;
  }
}
