import { credits, type ResponseOf } from '@dangxiao/contracts';
import { asFailure, call, keyOf } from '@dangxiao/web-kit';
import { useInfiniteQuery } from '@tanstack/react-query';

export type Hours = ResponseOf<typeof credits.myHours>;
export type Entry = Hours['entries']['items'][number];

/** My hours of a year (null: this one); the ledger page by page, the rest as the first page told it. */
export function useHoursPages(year: number | null) {
  const query = { ...(year ? { year } : {}), limit: 20 };
  const pages = useInfiniteQuery({
    queryKey: [...keyOf(credits.myHours, { query }), 'pages'],
    queryFn: ({ signal, pageParam }) =>
      call(credits.myHours, { query: { ...query, ...(pageParam ? { cursor: pageParam } : {}) } }, { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.entries.nextCursor,
  });
  return {
    hours: pages.data?.pages[0],
    entries: pages.data?.pages.flatMap((page) => page.entries.items) ?? [],
    more: pages.hasNextPage ? () => void pages.fetchNextPage() : null,
    loadingMore: pages.isFetchingNextPage,
    failure: pages.error && !pages.data ? asFailure(pages.error) : null,
    retry: () => void pages.refetch(),
  };
}
