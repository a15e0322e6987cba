import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

interface Stored {
  bytes: Buffer;
  metadata: Record<string, string>;
}

const ETAG = '"0"';
/** Keys that a listing shows at a time. */
const PAGE = 1_000;
const xml = (body: string) => `<?xml version="1.0" encoding="UTF-8"?>${body}`;

/**
 * As much of S3's protocol as the product uses, in memory, for what the server of `s3-server.ts` cannot do: list the parts of an unfinished upload,
 * which uploads need to go on after a break, and list more than a page. Signatures are not checked.
 */
export class FakeS3 {
  readonly objects = new Map<string, Stored>();
  private readonly parts = new Map<string, Map<number, Buffer>>();
  private readonly server = createServer((request, response) => void this.answer(request, response));

  /** @returns its address */
  async listen(): Promise<string> {
    await new Promise<void>((listening) => this.server.listen(0, '127.0.0.1', listening));
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  close(): void {
    this.server.closeAllConnections();
    this.server.close();
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams: query } = new URL(request.url ?? '/', 'http://s3');
    const key = decodeURIComponent(pathname.split('/').slice(2).join('/'));
    const body = await buffer(request);
    const send = (status: number, text = '', headers: Record<string, string> = {}) =>
      response.writeHead(status, { etag: ETAG, ...headers }).end(text);
    const upload = query.get('uploadId') ?? '';
    switch (request.method) {
      case 'POST':
        return query.has('uploads') ? void send(200, this.begin(key)) : void send(200, this.complete(key, upload));
      case 'PUT': {
        const number = Number(query.get('partNumber'));
        if (upload) this.parts.get(upload)?.set(number, body);
        else this.objects.set(key, { bytes: body, metadata: metadataOf(request) });
        return void send(200);
      }
      case 'DELETE':
        this.objects.delete(key);
        return void send(204);
      default:
        if (upload) return void send(200, this.listParts(upload));
        if (query.has('list-type'))
          return void send(200, this.list(query.get('prefix') ?? '', query.get('continuation-token') ?? ''));
        return this.read(key, request, response);
    }
  }

  private read(key: string, request: IncomingMessage, response: ServerResponse): void {
    const found = this.objects.get(key);
    if (!found) return void response.writeHead(404).end(xml('<Error><Code>NoSuchKey</Code></Error>'));
    const range = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '');
    const bytes = range ? found.bytes.subarray(Number(range[1]), Number(range[2]) + 1) : found.bytes;
    const metadata = Object.entries(found.metadata).map(([name, value]) => [`x-amz-meta-${name}`, value]);
    const headers = { etag: ETAG, 'content-length': bytes.length, ...Object.fromEntries(metadata) };
    response.writeHead(range ? 206 : 200, headers).end(request.method === 'HEAD' ? undefined : bytes);
  }

  private begin(key: string): string {
    const id = `multipart-${this.parts.size}`;
    this.parts.set(id, new Map());
    return xml(
      `<InitiateMultipartUploadResult><Key>${key}</Key><UploadId>${id}</UploadId></InitiateMultipartUploadResult>`,
    );
  }

  private complete(key: string, upload: string): string {
    const parts = [...(this.parts.get(upload) ?? [])].sort(([a], [b]) => a - b);
    this.objects.set(key, { bytes: Buffer.concat(parts.map(([, bytes]) => bytes)), metadata: {} });
    return xml(`<CompleteMultipartUploadResult><Key>${key}</Key></CompleteMultipartUploadResult>`);
  }

  private listParts(upload: string): string {
    const parts = [...(this.parts.get(upload) ?? [])].sort(([a], [b]) => a - b);
    const rows = parts.map(
      ([number, bytes]) =>
        `<Part><PartNumber>${number}</PartNumber><Size>${bytes.length}</Size><ETag>${ETAG}</ETag></Part>`,
    );
    return xml(`<ListPartsResult><IsTruncated>false</IsTruncated>${rows.join('')}</ListPartsResult>`);
  }

  private list(prefix: string, after: string): string {
    const keys = [...this.objects.keys()].filter((key) => key.startsWith(prefix) && key > after).sort();
    const page = keys.slice(0, PAGE);
    const rows = page.map((key) => `<Contents><Key>${key}</Key></Contents>`);
    const more = keys.length > PAGE ? `<NextContinuationToken>${page.at(-1) ?? ''}</NextContinuationToken>` : '';
    return xml(
      `<ListBucketResult><IsTruncated>${keys.length > PAGE}</IsTruncated>${rows.join('')}${more}</ListBucketResult>`,
    );
  }
}

function metadataOf(request: IncomingMessage): Record<string, string> {
  const prefix = 'x-amz-meta-';
  const given = Object.entries(request.headers).filter(([name]) => name.startsWith(prefix));
  return Object.fromEntries(given.map(([name, value]) => [name.slice(prefix.length), String(value)]));
}
