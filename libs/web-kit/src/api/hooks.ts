import type { Endpoint } from '@dangxiao/contracts';
import {
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
  type InfiniteData,
  type QueryClient,
  type UseQueryResult,
} from '@tanstack/react-query';
import { call } from './client.ts';
import { ApiFailure } from './failure.ts';
import type { AnswerOf, InputOf, LooseInput } from './input.ts';

/** Key of a cached answer; the endpoint alone is the prefix of all its answers. */
export function keyOf(endpoint: { id: string }, input?: LooseInput): readonly unknown[] {
  return input ? [endpoint.id, input.params ?? {}, input.query ?? {}] : [endpoint.id];
}

/** What a component may choose about a cached read. */
export interface ReadOptions<Answer> {
  enabled?: boolean;
  /** ms during which a cached answer is fresh. */
  staleTime?: number;
  /** Asks again every so many ms, or decides by the last answer; false: never. */
  refetchInterval?: number | ((answer: Answer | undefined) => number | false);
  /** Shows the answer of the former input until the new one is there. */
  keepPrevious?: boolean;
}

/** Reads a GET endpoint through the cache. */
export function useEndpoint<E extends Endpoint>(
  endpoint: E,
  input: InputOf<E>,
  options: ReadOptions<AnswerOf<E>> = {},
): UseQueryResult<AnswerOf<E>, ApiFailure> {
  const { refetchInterval, keepPrevious, ...rest } = options;
  return useQuery<AnswerOf<E>, ApiFailure>({
    queryKey: keyOf(endpoint, input),
    queryFn: ({ signal }) => call(endpoint, input, { signal }),
    ...rest,
    ...(keepPrevious ? { placeholderData: (previous: AnswerOf<E> | undefined) => previous } : {}),
    ...(refetchInterval === undefined
      ? {}
      : typeof refetchInterval === 'number'
        ? { refetchInterval }
        : {
            refetchInterval: (query: { state: { data?: AnswerOf<E> | undefined } }) =>
              refetchInterval(query.state.data),
          }),
  } as Parameters<typeof useQuery<AnswerOf<E>, ApiFailure>>[0]);
}

interface Page {
  items: readonly unknown[];
  nextCursor: string | null;
}

/** Where a list is read from: other filters of the same place may keep its rows on screen, another place may not. */
const placeOf = (key: readonly unknown[]) => {
  const [id, params, query] = key as [string, object, { organizationId?: unknown }];
  return JSON.stringify([id, params, query.organizationId]);
};

/** Reads a cursor-paged GET endpoint page by page; `items` is the flat list so far. */
export function useEndpointPages<E extends Endpoint>(
  endpoint: E,
  input: InputOf<E>,
  options: {
    enabled?: boolean;
    /** Shows the rows of the former filters until the new ones are there, so that a row in both keeps its focus. */
    keepPrevious?: boolean;
  } = {},
): {
  items: AnswerOf<E> extends { items: readonly (infer Item)[] } ? Item[] : never;
  first: AnswerOf<E> | undefined;
  pending: boolean;
  fetching: boolean;
  failure: ApiFailure | null;
  more: (() => void) | null;
  loadingMore: boolean;
  retry: () => void;
} {
  const loose = input as LooseInput;
  const { keepPrevious, ...rest } = options;
  const queryKey = [...keyOf(endpoint, loose), 'pages'];
  const result = useInfiniteQuery<
    AnswerOf<E>,
    ApiFailure,
    InfiniteData<AnswerOf<E>, string | undefined>,
    readonly unknown[],
    string | undefined
  >({
    queryKey,
    queryFn: ({ signal, pageParam }) =>
      call(
        endpoint,
        { ...input, query: { ...(loose.query ?? {}), ...(pageParam ? { cursor: pageParam } : {}) } },
        { signal },
      ),
    initialPageParam: undefined,
    getNextPageParam: (last) => (last as Page).nextCursor ?? undefined,
    ...rest,
    ...(keepPrevious
      ? {
          placeholderData: (previous, before) =>
            before && placeOf(before.queryKey) === placeOf(queryKey) ? previous : undefined,
        }
      : {}),
  });
  const pages = result.data?.pages ?? [];
  return {
    items: pages.flatMap((page) => [...(page as Page).items]) as never,
    first: pages[0],
    pending: result.isPending,
    fetching: result.isFetching,
    failure: result.error,
    more: result.hasNextPage ? () => void result.fetchNextPage() : null,
    loadingMore: result.isFetchingNextPage,
    retry: () => void result.refetch(),
  };
}

/** Forgets the cached answers of endpoints, so that what is on screen is read again. */
export function refresh(client: QueryClient, endpoints: readonly { id: string }[]): Promise<unknown> {
  return Promise.all(endpoints.map((endpoint) => client.invalidateQueries({ queryKey: keyOf(endpoint) })));
}

/** Calls a writing endpoint; afterwards the answers of `refreshes` are read again. */
export function useMutationOf<E extends Endpoint>(
  endpoint: E,
  options: {
    refreshes?: readonly { id: string }[];
    onDone?: (answer: AnswerOf<E>, input: InputOf<E>) => void;
    onFailed?: (failure: ApiFailure, input: InputOf<E>) => void;
  } = {},
) {
  const client = useQueryClient();
  return useMutation<AnswerOf<E>, ApiFailure, InputOf<E>>({
    mutationKey: [endpoint.id],
    mutationFn: (input) => call(endpoint, input),
    onSuccess: async (answer, input) => {
      if (options.refreshes) await refresh(client, options.refreshes);
      options.onDone?.(answer, input);
    },
    onError: (failure, input) => options.onFailed?.(failure, input),
  });
}
