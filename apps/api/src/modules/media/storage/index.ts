import type { Config } from '../../../config/config.ts';
import { FolderStorage } from './folder-storage.ts';
import { S3Storage } from './s3-storage.ts';
import type { Storage } from './storage.ts';

export { Storage } from './storage.ts';

/** The storage that the configuration names. */
export const storageOf = ({ storage }: Config): Storage =>
  storage.kind === 's3' ? new S3Storage(storage) : new FolderStorage(storage.folder);
