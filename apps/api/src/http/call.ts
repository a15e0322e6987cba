import type { BodyOf, Endpoint, ParamsOf, QueryOf } from '@dangxiao/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import type { Permission } from '@dangxiao/domain';
import type { Actor, LearnerActor } from './actor.ts';
import type { Scope } from './scope.ts';

type ActorOf<Access> = Access extends 'public' ? Actor | null : Access extends 'learner' ? LearnerActor : Actor;

/** The scope of the permission that the row of an endpoint names; an endpoint without a permission has none. */
export type ScopeOf<E extends Endpoint> = E['access'] extends { permission: infer P extends Permission }
  ? Scope<P>
  : never;

/** What a handler is called with: parsed by the contract; actor and scope as its `access` promises. */
export interface CallOf<E extends Endpoint> {
  actor: ActorOf<E['access']>;
  scope: ScopeOf<E>;
  params: ParamsOf<E>;
  query: QueryOf<E>;
  body: BodyOf<E>;
  request: FastifyRequest;
  reply: FastifyReply;
}

/** What a handler returns: parsed by the response schema before it leaves. A `raw` endpoint writes to `reply` and returns nothing. */
export type ResultOf<E extends Endpoint> =
  z.input<E['response']> extends Record<string, never> ? Record<string, never> | void : z.input<E['response']>;

/** One operation: the class that `@Handles(endpoint)` binds to its row of the table. */
export interface Handler<E extends Endpoint> {
  run(call: CallOf<E>): Promise<ResultOf<E>>;
}
