import { randomUUID } from 'node:crypto';
import cookie from '@fastify/cookie';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { Config } from '../config/config.ts';
import { applyRules, Gate } from './gate.ts';
import { installHeaders } from './headers.ts';
import { ErrorFilter } from './error-filter.ts';

/** Of routes outside the endpoint table; a row of the table has its own. */
const BODY_LIMIT = 1024 * 1024;

/**
 * Nest sets its error layer after the modules have started. Fastify may have bound the routes to its own by then, and would answer what
 * the gate throws; so ours is set before any route (configureServer) and stays.
 */
class Adapter extends FastifyAdapter {
  override setErrorHandler(): ReturnType<FastifyAdapter['setErrorHandler']> {
    return this.instance;
  }
}

/** Fastify as we want it: no request log by default, a JSON parser that refuses `__proto__`, proxies only as configured. */
export function createAdapter(config: Config): FastifyAdapter {
  const adapter = new Adapter({
    bodyLimit: BODY_LIMIT,
    genReqId: () => randomUUID(),
    trustProxy: config.trustedProxies.length > 0 ? config.trustedProxies : false,
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: 400 },
  });
  const instance = adapter.getInstance();
  instance.addHook('onRoute', applyRules);
  instance.removeContentTypeParser('text/plain');
  const parseJson = instance.getDefaultJsonParser('error', 'error');
  instance.addContentTypeParser<string>('application/json', { parseAs: 'string' }, (request, body, done) => {
    if (body === '') done(null, {});
    else parseJson(request, body, done);
  });
  return adapter;
}

/** Everything between Nest and the wire; to be called once, before `init` or `listen`. */
export async function configureServer(app: NestFastifyApplication): Promise<void> {
  const config = app.get(Config);
  const instance = app.getHttpAdapter().getInstance();
  const filter = new ErrorFilter();
  instance.setErrorHandler((error, request, reply) => filter.answer(error, request, reply));
  installHeaders(instance, config.publicUrl?.startsWith('https:') ?? false);
  await app.register(cookie);
  app.get(Gate).install(instance);
  app.useGlobalFilters(filter);
}
