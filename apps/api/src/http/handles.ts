import { Controller, HttpCode, Req, RequestMapping, RequestMethod, Res } from '@nestjs/common';
import { fieldsOf, type Endpoint } from '@dangxiao/contracts';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { ApiError } from './api-error.ts';
import type { CallOf, Handler } from './call.ts';
import { scopeOf } from './scope.ts';

type Part = 'params' | 'query' | 'body';

const parts: readonly Part[] = ['params', 'query', 'body'];
const bound = new Map<string, string>();

/** Ids of the endpoints that have a handler, for the test that none is forgotten. */
export const boundEndpoints = (): ReadonlySet<string> => new Set(bound.keys());

function parse(endpoint: Endpoint, request: FastifyRequest): Record<Part, unknown> {
  const parsed: Record<Part, unknown> = { params: undefined, query: undefined, body: undefined };
  const fields = [];
  for (const part of parts) {
    const given: unknown = request[part] ?? {};
    const result: z.ZodSafeParseResult<unknown> = endpoint[part].safeParse(given, { reportInput: true });
    if (result.success) parsed[part] = result.data;
    else fields.push(...fieldsOf(part === 'body' ? '' : part, result.error));
  }
  if (fields.length > 0) throw new ApiError('validation_failed', { fields });
  return parsed;
}

/**
 * Binds a class to a row of the endpoint table: makes it a Nest controller of that route, parses what comes in and what goes out. Access was
 * decided before by the gate, from the same row.
 */
export function Handles<E extends Endpoint>(endpoint: E) {
  return (target: new (...args: never[]) => Handler<E>): void => {
    const other = bound.get(endpoint.id);
    if (other !== undefined && other !== target.name)
      throw new Error(`${endpoint.id} is handled by ${other} and ${target.name}`);
    bound.set(endpoint.id, target.name);
    const { prototype } = target as { prototype: object };
    const handle = async function (this: Handler<E>, request: FastifyRequest, reply: FastifyReply): Promise<void> {
      const { actor } = request;
      const { access } = endpoint;
      const scope = actor && typeof access === 'object' ? scopeOf(actor, access.permission) : undefined;
      const call = { actor, scope, request, reply, ...parse(endpoint, request) } as unknown as CallOf<E>;
      const result = await this.run(call);
      if (endpoint.raw === undefined) void reply.send(endpoint.response.parse(result ?? {}));
    };
    const descriptor = { value: handle, writable: true, configurable: true };
    Object.defineProperty(prototype, 'handle', descriptor);
    RequestMapping({ path: endpoint.path, method: RequestMethod[endpoint.method] })(prototype, 'handle', descriptor);
    // What the documentation says of every success; Nest's own default for POST is 201.
    HttpCode(200)(prototype, 'handle', descriptor);
    RouteConfig({ access: endpoint.access, endpoint })(prototype, 'handle', descriptor);
    Req()(prototype, 'handle', 0);
    Res()(prototype, 'handle', 1);
    Controller('api/v1')(target);
  };
}
