import { createReadStream, createWriteStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { S3Client, type S3ClientConfig } from '@aws-sdk/client-s3';
import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
} from '@aws-sdk/client-s3';
import type { Config } from '../../../config/config.ts';
import { Storage, type ByteRange } from './storage.ts';

type S3Config = Extract<Config['storage'], { kind: 's3' }>;

/** Settings for any S3-compatible service; with an endpoint of one's own the bucket stands in the path. */
export const s3ClientConfig = (config: S3Config): S3ClientConfig => ({
  region: config.region,
  ...(config.endpoint && { endpoint: config.endpoint, forcePathStyle: true }),
  credentials: { accessKeyId: config.accessKey, secretAccessKey: config.secretKey },
  // newer checksums are unknown to many compatible services
  requestChecksumCalculation: 'WHEN_REQUIRED',
  responseChecksumValidation: 'WHEN_REQUIRED',
});

/** Files removed at a time: a lecture has thousands. */
const AT_ONCE = 16;

/** Files in a bucket. */
export class S3Storage extends Storage {
  private readonly client: S3Client;
  private readonly bucket: string;

  constructor(config: S3Config) {
    super();
    this.client = new S3Client(s3ClientConfig(config));
    this.bucket = config.bucket;
  }

  async put(key: string, bytes: Uint8Array): Promise<void> {
    await this.client.send(new PutObjectCommand({ Bucket: this.bucket, Key: key, Body: bytes }));
  }

  async putFile(key: string, path: string): Promise<void> {
    const { size } = await stat(path);
    const upload = { Bucket: this.bucket, Key: key, Body: createReadStream(path), ContentLength: size };
    await this.client.send(new PutObjectCommand(upload));
  }

  async size(key: string): Promise<number | null> {
    try {
      const head = await this.client.send(new HeadObjectCommand({ Bucket: this.bucket, Key: key }));
      return head.ContentLength ?? 0;
    } catch (error) {
      if ((error as { $metadata?: { httpStatusCode?: number } }).$metadata?.httpStatusCode === 404) return null;
      throw error;
    }
  }

  async read(key: string, range?: ByteRange): Promise<Readable> {
    const Range = range && `bytes=${range.start}-${range.end}`;
    const { Body } = await this.client.send(new GetObjectCommand({ Bucket: this.bucket, Key: key, Range }));
    if (!(Body instanceof Readable)) throw new Error(`No body for ${key}`);
    return Body;
  }

  async remove(key: string): Promise<void> {
    if (!key.endsWith('/')) return this.removeOne(key);
    for (let more: string | undefined = ''; more !== undefined;) {
      const page: { Contents?: { Key?: string }[]; NextContinuationToken?: string } = await this.client.send(
        new ListObjectsV2Command({ Bucket: this.bucket, Prefix: key, ContinuationToken: more || undefined }),
      );
      const keys = (page.Contents ?? []).flatMap(({ Key }) => Key ?? []);
      while (keys.length > 0) await Promise.all(keys.splice(0, AT_ONCE).map((each) => this.removeOne(each)));
      more = page.NextContinuationToken;
    }
  }

  async localPath(key: string, folder: string): Promise<string> {
    const path = join(folder, 'source');
    await pipeline(await this.read(key), createWriteStream(path));
    return path;
  }

  private async removeOne(key: string): Promise<void> {
    await this.client.send(new DeleteObjectCommand({ Bucket: this.bucket, Key: key }));
  }
}
