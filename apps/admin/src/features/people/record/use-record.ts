import { credits, type ResponseOf } from '@dangxiao/contracts';
import { call, keyOf, type ApiFailure } from '@dangxiao/web-kit';
import { useInfiniteQuery, type InfiniteData } from '@tanstack/react-query';

type Answer = ResponseOf<typeof credits.getRecord>;
export type EntryRow = Answer['entries']['items'][number];

/** A learner's record of a year; its ledger comes page by page. */
export function useRecord(personId: string, year: number | undefined) {
  const query = { year, limit: 50 };
  const result = useInfiniteQuery<Answer, ApiFailure, InfiniteData<Answer>, readonly unknown[], string | undefined>({
    queryKey: [...keyOf(credits.getRecord, { params: { personId }, query }), 'pages'],
    queryFn: ({ signal, pageParam }) =>
      call(
        credits.getRecord,
        { params: { personId }, query: { ...query, ...(pageParam ? { cursor: pageParam } : {}) } },
        { signal },
      ),
    initialPageParam: undefined,
    getNextPageParam: (last) => last.entries.nextCursor ?? undefined,
    placeholderData: (previous) => previous,
  });
  const pages = result.data?.pages ?? [];
  return {
    data: pages[0],
    error: result.error,
    refetch: result.refetch,
    entries: {
      items: pages.flatMap(({ entries }) => entries.items),
      first: pages[0]?.entries,
      pending: result.isPending,
      fetching: result.isFetching,
      failure: result.error,
      more: result.hasNextPage ? () => void result.fetchNextPage() : null,
      loadingMore: result.isFetchingNextPage,
      retry: () => void result.refetch(),
    },
  };
}

export type EntryPages = ReturnType<typeof useRecord>['entries'];
