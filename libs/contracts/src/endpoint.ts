import { z } from 'zod';
import type { Permission } from '@dangxiao/domain';
import type { ErrorCode } from './errors.ts';

/**
 * Who may call an endpoint. `public`: anybody. `session`: a signed-in account. `learner`: a signed-in account that stands for a person.
 * `permission`: an actor who holds the permission at some node; rows are then scoped to those nodes' subtrees in SQL.
 */
export type Access = 'public' | 'session' | 'learner' | { permission: Permission };

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** One row of the endpoint table: everything that the API, both web apps and the documentation know of an operation. */
export interface Endpoint<
  Params extends z.ZodType = z.ZodType,
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
  Response extends z.ZodType = z.ZodType,
  Who extends Access = Access,
> {
  /** Unique, `area.verbNoun`: names the handler, the hook and the OpenAPI operation. */
  id: string;
  method: Method;
  /** Below `/api/v1`, parameters as `:name`. */
  path: string;
  access: Who;
  /** Open to an account that has not consented to the privacy notice in force: finding out, consenting, leaving, its own safety. */
  beforeConsent: boolean;
  /** Open while a step of signing in is missing: finding out, taking the step, leaving. */
  whilePending: boolean;
  /** A write that is open while an administrator sees the portal as another person. Reads are always open then. */
  whileSeeing: boolean;
  /** The longest body that is read, in bytes; a longer one is answered `body_too_large`. */
  bodyLimit: number;
  summary: string;
  description: string;
  params: Params;
  query: Query;
  body: Body;
  response: Response;
  /** Codes beyond those that every endpoint may answer (see `commonErrors`). */
  errors: readonly ErrorCode[];
  /** Media type of a response that is not JSON; its body is then not parsed by `response`. */
  raw?: string;
}

/** The schema of an absent part: parses anything that is empty. */
export const nothing = z.strictObject({});

export const KIB = 1024;
export const MIB = 1024 * KIB;

/** What a visitor may send is small; an administrator sends lists of ids and texts. */
function usualLimit(access: Access): number {
  if (access === 'public') return 16 * KIB;
  return typeof access === 'object' ? 128 * KIB : 64 * KIB;
}

/** Declares an endpoint. Parts that are left out are empty objects; facts that are left out are the strict ones. */
export function defineEndpoint<
  Params extends z.ZodType = typeof nothing,
  Query extends z.ZodType = typeof nothing,
  Body extends z.ZodType = typeof nothing,
  Response extends z.ZodType = typeof nothing,
  const Who extends Access = Access,
>(
  row: Pick<Endpoint, 'id' | 'method' | 'path' | 'summary' | 'description'> & {
    access: Who;
    beforeConsent?: boolean;
    whilePending?: boolean;
    whileSeeing?: boolean;
    bodyLimit?: number;
    params?: Params;
    query?: Query;
    body?: Body;
    response?: Response;
    errors?: readonly ErrorCode[];
    raw?: string;
  },
): Endpoint<Params, Query, Body, Response, Who> {
  return {
    errors: [],
    beforeConsent: false,
    whilePending: false,
    whileSeeing: false,
    bodyLimit: usualLimit(row.access),
    ...row,
    params: row.params ?? nothing,
    query: row.query ?? nothing,
    body: row.body ?? nothing,
    response: row.response ?? nothing,
  } as Endpoint<Params, Query, Body, Response, Who>;
}

export type ParamsOf<E extends Endpoint> = z.infer<E['params']>;
export type QueryOf<E extends Endpoint> = z.infer<E['query']>;
export type BodyOf<E extends Endpoint> = z.infer<E['body']>;
/** What a client sends, before defaults are filled in. */
export type BodyInput<E extends Endpoint> = z.input<E['body']>;
export type QueryInput<E extends Endpoint> = z.input<E['query']>;
export type ResponseOf<E extends Endpoint> = z.infer<E['response']>;
