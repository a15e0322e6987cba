import type { Access, Endpoint } from '@dangxiao/contracts';
import type { FastifyContextConfig, FastifyRequest } from 'fastify';
import type { Actor } from './actor.ts';

declare module 'fastify' {
  /** What every route says of itself; a route without `access` does not boot. */
  interface FastifyContextConfig {
    access?: Access;
    endpoint?: Endpoint;
    /** Takes bodies other than JSON (uploads). */
    anyBody?: boolean;
  }
  interface FastifyRequest {
    actor: Actor | null;
  }
}

export type RouteRules = Pick<FastifyContextConfig, 'access' | 'endpoint' | 'anyBody'>;

/** The rules of a route outside the endpoint table, e.g. `instance.route({ …, config: rules('public') })`. */
export const rules = (access: Access, more: Pick<RouteRules, 'anyBody'> = {}): RouteRules => ({ access, ...more });

/** The actor of a request whose route is not public. */
export function actorOf(request: FastifyRequest): Actor {
  if (!request.actor) throw new Error('This route has no actor');
  return request.actor;
}
