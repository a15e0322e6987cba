import { AsyncLocalStorage } from 'node:async_hooks';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyAdapter } from '@nestjs/platform-fastify';
import type { Permission } from '@dangxiao/domain';
import { Server, type Upload } from '@tus/server';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Clock } from '../../../config/clock.ts';
import { Config } from '../../../config/config.ts';
import { Pg } from '../../../database/pg.ts';
import { can } from '../../../http/actor.ts';
import { ApiError } from '../../../http/api-error.ts';
import { actorOf, rules } from '../../../http/route.ts';
import { UploadLocker } from './upload-lock.ts';
import { newUploadId, UPLOAD_ID, uploadStore } from './upload-store.ts';

const PATH = '/api/v1/uploads';
const MOST_BYTES = 4 * 1024 ** 3;
const MOST_OPEN = 30;
const uploaders: readonly Permission[] = ['media.write', 'courses.write', 'credits.recognise', 'people.write'];

/**
 * Resumable uploads by the tus protocol (creation, termination, expiration) for those who may keep a lecture, a cover or evidence, or import. An upload
 * belongs to the account that began it; to all others it does not exist. Metadata: `filename`.
 */
@Injectable()
export class UploadRoutes implements OnModuleInit {
  private readonly accounts = new AsyncLocalStorage<string>();
  private readonly tus: Server;

  constructor(
    private readonly host: HttpAdapterHost<FastifyAdapter>,
    private readonly pg: Pg,
    private readonly clock: Clock,
    config: Config,
  ) {
    this.tus = new Server({
      path: PATH,
      datastore: uploadStore(config),
      locker: new UploadLocker(pg),
      maxSize: MOST_BYTES,
      relativeLocation: true,
      allowedOrigins: () => false,
      namingFunction: newUploadId,
      onUploadCreate: (_request, upload) => this.register(upload),
    });
  }

  onModuleInit(): void {
    const root = this.host.httpAdapter.getInstance();
    void root.register((scope, _options, done) => {
      // the body is left on the socket for the tus server to stream
      scope.addContentTypeParser('*', (_request, _payload, parsed) => parsed(null));
      const config = rules('session', { anyBody: true });
      scope.route({ method: 'POST', url: PATH, config, handler: (request, reply) => this.begin(request, reply) });
      scope.route({
        method: ['HEAD', 'PATCH', 'DELETE'],
        url: `${PATH}/:id`,
        config,
        handler: (request, reply) => this.go(request, reply),
      });
      done();
    });
  }

  private async begin(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const actor = actorOf(request);
    if (!uploaders.some((permission) => can(actor, permission))) throw new ApiError('not_allowed');
    const sql = 'select count(*)::int as open from upload where account_id = $1 and claimed_at is null';
    const row = await this.pg.one<{ open: number }>(sql, [actor.accountId]);
    if ((row?.open ?? 0) >= MOST_OPEN) throw new ApiError('too_many_requests');
    await this.handOver(request, reply);
  }

  private async go(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const { id } = request.params as { id: string };
    const mine = 'from upload where id = $1 and account_id = $2 and claimed_at is null';
    // a claimed upload is a source by now: nobody writes or removes it any more
    const sql = request.method === 'DELETE' ? `delete ${mine} returning id` : `select id ${mine}`;
    const found = UPLOAD_ID.test(id) && (await this.pg.one(sql, [id, actorOf(request).accountId]));
    if (!found) throw new ApiError('upload_not_found');
    await this.handOver(request, reply);
  }

  private async handOver(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    reply.hijack();
    for (const [name, value] of Object.entries(reply.getHeaders())) if (value) reply.raw.setHeader(name, value);
    await this.accounts.run(actorOf(request).accountId, () => this.tus.handle(request.raw, reply.raw));
  }

  private async register(upload: Upload): Promise<{ metadata: Record<string, string> }> {
    if (upload.size === undefined) throw { status_code: 400, body: 'Upload-Length Required\n' };
    const filename = fileNameOf(upload.metadata?.filename);
    await this.pg.execute(
      'insert into upload (id, account_id, file_name, bytes, created_at) values ($1, $2, $3, $4, $5)',
      [upload.id, this.accounts.getStore(), filename, upload.size, this.clock.now()],
    );
    return { metadata: { filename } };
  }
}

/** The last part of what the browser calls the file, without control characters. */
function fileNameOf(name: string | null | undefined): string {
  const last = (name ?? '').split(/[\\/]/).at(-1) ?? '';
  const clean = last.replace(/\p{Cc}/gu, '').trim();
  return clean.slice(-200) || 'file';
}
