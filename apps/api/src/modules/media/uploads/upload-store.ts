import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { FileStore } from '@tus/file-store';
import { S3Store } from '@tus/s3-store';
import type { DataStore } from '@tus/server';
import type { Config } from '../../../config/config.ts';
import { s3ClientConfig } from '../storage/s3-storage.ts';

/** Uploads that are not finished and claimed by then are removed. */
export const UPLOAD_LIFE_MS = 7 * 24 * 3_600_000;

export const newUploadId = () => `upload-${randomBytes(16).toString('hex')}`;
export const UPLOAD_ID = /^upload-[0-9a-f]{32}$/;

/** Where the tus server puts uploads: in the same storage as everything else, so that a claimed source stays where it is. */
export function uploadStore({ storage }: Config): DataStore {
  const expirationPeriodInMilliseconds = UPLOAD_LIFE_MS;
  if (storage.kind === 'folder') {
    return new FileStore({ directory: join(storage.folder, 'uploads'), expirationPeriodInMilliseconds });
  }
  const s3ClientConfigWithBucket = { ...s3ClientConfig(storage), bucket: storage.bucket };
  return new S3Store({ s3ClientConfig: s3ClientConfigWithBucket, expirationPeriodInMilliseconds, useTags: false });
}

/** The storage key under which a finished upload is found. */
export const uploadKey = ({ storage }: Config, id: string): string =>
  storage.kind === 'folder' ? `uploads/${id}` : id;

/** An upload's file and what the tus server keeps beside it, in either storage. */
export const uploadTraces = (key: string): string[] => [key, `${key}.json`, `${key}.info`];
