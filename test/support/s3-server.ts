import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';

interface S3Server {
  run(): Promise<AddressInfo>;
  close(): Promise<void>;
}

const S3rver = createRequire(import.meta.url)('@20minutes/s3rver') as new (options: object) => S3Server;

/** The only key pair that the server knows. */
export const keys = { accessKey: 'S3RVER', secretKey: 'S3RVER' };

/**
 * An S3 server of other hands, with files in `folder`. It lists neither the parts of an unfinished upload nor more than a page.
 * @param checked whether signatures are checked: of a request to a bucket itself (a listing) it computes another one than the SDK, of objects the same
 */
export async function startS3(folder: string, bucket: string, checked: boolean) {
  const configureBuckets = [{ name: bucket, configs: [] }];
  const options = { address: '127.0.0.1', port: 0, silent: true, directory: folder, configureBuckets };
  const server = new S3rver({ ...options, allowMismatchedSignatures: !checked });
  const { port } = await server.run();
  return { endpoint: `http://127.0.0.1:${port}`, close: () => server.close() };
}
