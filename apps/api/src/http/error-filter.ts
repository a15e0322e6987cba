import { Catch, HttpException, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { ErrorBody } from '@dangxiao/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ApiError } from './api-error.ts';
import { toApiError } from './to-api-error.ts';

const RETRY_AFTER_SECONDS = 2;

/** The one place where an error becomes an answer: code, parameters and request id, never internals. */
@Catch()
export class ErrorFilter implements ExceptionFilter {
  private readonly logger = new Logger('Http');
  private overloads = 0;
  private overloadLoggedAt = 0;

  catch(thrown: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    this.answer(thrown, http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>());
  }

  /** Also for what is thrown before Nest is reached: by the gate and by Fastify itself. */
  answer(thrown: unknown, request: FastifyRequest, reply: FastifyReply): void {
    const error = toApiError(thrown);
    if (error.code === 'internal_error' && !(thrown instanceof HttpException)) this.log(thrown, request);
    if (error.code === 'overloaded') this.logOverload(thrown);
    if (reply.sent || reply.raw.headersSent) {
      reply.raw.destroy();
      return;
    }
    send(reply, error, request.id);
  }

  /** While the database is away every request ends here: one line a second says so. */
  private logOverload(thrown: unknown): void {
    this.overloads += 1;
    if (Date.now() - this.overloadLoggedAt < 1000) return;
    this.logger.warn(`Overloaded (${this.overloads} since the last such line): ${String(thrown)}`);
    this.overloads = 0;
    this.overloadLoggedAt = Date.now();
  }

  private log(thrown: unknown, request: FastifyRequest): void {
    const what = `${request.id} ${request.method} ${request.routeOptions.url ?? request.url}`;
    this.logger.error(what, thrown instanceof Error ? thrown.stack : String(thrown));
  }
}

function send(reply: FastifyReply, error: ApiError, requestId: string): void {
  const body: ErrorBody = { error: { code: error.code, params: error.params, requestId } };
  if (error.fields) body.error.fields = error.fields;
  const retryAfter = error.retryAfter ?? (error.code === 'overloaded' ? RETRY_AFTER_SECONDS : undefined);
  if (retryAfter !== undefined) reply.header('retry-after', Math.ceil(retryAfter));
  void reply.code(error.status).header('cache-control', 'no-store').type('application/json; charset=utf-8').send(body);
}
