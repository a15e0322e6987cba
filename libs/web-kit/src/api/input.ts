import type { BodyInput, Endpoint, ParamsOf, QueryInput, ResponseOf } from '@dangxiao/contracts';

type Part<Key extends string, Value> =
  Record<never, never> extends Value ? { [K in Key]?: Value } : { [K in Key]: Value };

/** What a caller passes for an endpoint: the parts that its contract asks for, optional where every field of the part is. */
export type InputOf<E extends Endpoint> = Part<'params', ParamsOf<E>> &
  Part<'query', QueryInput<E>> &
  Part<'body', BodyInput<E>>;

export type AnswerOf<E extends Endpoint> = ResponseOf<E>;

/** The same without its types: what the address and the request are made of. */
export interface LooseInput {
  params?: unknown;
  query?: unknown;
  body?: unknown;
}
