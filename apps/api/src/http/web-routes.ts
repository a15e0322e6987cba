import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyAdapter } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Config } from '../config/config.ts';
import { ApiError } from './api-error.ts';
import { rules } from './route.ts';

const YEAR_MS = 31_536_000_000;
const HOUR_MS = 3_600_000;

/** The two web apps, as built: hashed assets for ever, the page itself always fresh, any other path is the app's own route. */
@Injectable()
export class WebRoutes implements OnModuleInit {
  constructor(
    private readonly host: HttpAdapterHost<FastifyAdapter>,
    private readonly config: Config,
  ) {}

  async onModuleInit(): Promise<void> {
    const { portalDist, adminDist } = this.config;
    const instance = this.host.httpAdapter.getInstance();
    const built = [portalDist, adminDist].filter((folder) => existsSync(folder));
    if (built.length === 0) return;
    await instance.register(fastifyStatic, {
      root: built,
      serve: false,
      preCompressed: true,
      cacheControl: false,
    });
    const config = rules('public');
    const serve = (root: string) => async (request: FastifyRequest, reply: FastifyReply) => send(root, request, reply);
    instance.route({
      method: 'GET',
      url: '/admin',
      config,
      handler: async (_request, reply) => reply.redirect('/admin/', 308),
    });
    instance.route({ method: 'GET', url: '/admin/*', config, handler: serve(adminDist) });
    instance.route({ method: 'GET', url: '/*', config, handler: serve(portalDist) });
  }
}

function send(root: string, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  if (request.url.startsWith('/api/')) throw new ApiError('not_found');
  const path = (request.params as { '*': string })['*'];
  if (path.startsWith('assets/')) {
    reply.header('cache-control', `public, max-age=${YEAR_MS / 1000}, immutable`);
    return reply.sendFile(path, root);
  }
  const isFile = /\.\w+$/.test(path) && !path.includes('..') && existsSync(join(root, path));
  if (isFile && path !== 'index.html') {
    reply.header('cache-control', `public, max-age=${HOUR_MS / 1000}`);
    return reply.sendFile(path, root);
  }
  reply.header('cache-control', 'no-cache');
  return reply.sendFile('index.html', root);
}
