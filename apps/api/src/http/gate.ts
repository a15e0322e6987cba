import { Injectable } from '@nestjs/common';
import type { Access, Endpoint } from '@dangxiao/contracts';
import type { FastifyInstance, FastifyRequest, RouteOptions } from 'fastify';
import { Config } from '../config/config.ts';
import { can } from './actor.ts';
import { ApiError } from './api-error.ts';
import { consentRequired } from './privacy-notice.ts';
import { Sessions } from './sessions.ts';

const reads = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Refuses at boot a route that does not say who may call it; Fastify reads no more of a body than the row of the endpoint says. */
export function applyRules(route: RouteOptions): void {
  if (!route.config?.access) throw new Error(`Route ${String(route.method)} ${route.url} says nothing of its access`);
  if (route.config.endpoint) route.bodyLimit = route.config.endpoint.bodyLimit;
}

/** What stands before every route, before its body is read: origin, kind of body, session, access, consent. */
@Injectable()
export class Gate {
  constructor(
    private readonly sessions: Sessions,
    private readonly config: Config,
  ) {}

  install(instance: FastifyInstance): void {
    instance.decorateRequest('actor', null);
    instance.addHook('onRequest', (request) => this.pass(request));
  }

  private async pass(request: FastifyRequest): Promise<void> {
    if (request.is404) return;
    const { access, endpoint, anyBody } = request.routeOptions.config;
    if (!access) throw new ApiError('not_allowed');
    if (!reads.has(request.method)) {
      this.checkOrigin(request);
      if (!anyBody) checkBody(request);
    }
    if (access === 'public' && !request.headers.cookie) return;
    const actor = await this.sessions.find(request);
    // To what is open to everybody, somebody who has not signed in to the end is nobody yet.
    request.actor = access === 'public' && actor?.pending && !endpoint?.whilePending ? null : actor;
    admit(request, access, endpoint);
  }

  /** A browser says where a write comes from; one from elsewhere, or from nowhere, is refused. */
  private checkOrigin(request: FastifyRequest): void {
    const { origin, 'sec-fetch-site': site } = request.headers;
    const own = this.config.publicUrl ?? `${request.protocol}://${request.host}`;
    const fine = origin === undefined ? site === 'same-origin' : sameOrigin(origin, own);
    if (!fine) throw new ApiError('origin_refused');
  }
}

function sameOrigin(origin: string, own: string): boolean {
  try {
    return new URL(origin).origin === new URL(own).origin;
  } catch {
    return false;
  }
}

function checkBody(request: FastifyRequest): void {
  const type = request.headers['content-type'];
  const empty =
    request.headers['content-length'] === '0' ||
    !('content-length' in request.headers || 'transfer-encoding' in request.headers);
  if (type === undefined ? !empty : !/^application\/json\s*(;|$)/i.test(type))
    throw new ApiError('unsupported_media_type');
}

/** A route outside the table has no row: then nothing is open before the account is whole. */
function admit({ actor, method }: FastifyRequest, access: Access, row: Endpoint | undefined): void {
  if (access === 'public') return;
  if (!actor) throw new ApiError('not_signed_in');
  if (actor.pending && !row?.whilePending)
    throw new ApiError('second_factor_required', { params: { step: actor.pending } });
  if (actor.seeing && !reads.has(method) && !row?.whileSeeing) throw new ApiError('see_as_read_only');
  if (consentRequired(actor) && !row?.beforeConsent) throw new ApiError('consent_required');
  if (access === 'learner' && actor.personId === null) throw new ApiError('no_person');
  if (typeof access === 'object' && !can(actor, access.permission)) throw new ApiError('not_allowed');
}
