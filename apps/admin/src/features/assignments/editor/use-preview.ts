import { assignments } from '@dangxiao/contracts';
import { asFailure, call } from '@dangxiao/web-kit';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { Rules } from './values.ts';

const pauseMs = 400;

/** Rules that a rule without its choice makes invalid are not asked about. */
const complete = ({ include, exclude }: Rules) =>
  [...include, ...exclude].every((rule) => rule.by !== 'people' || rule.personIds.length > 0);

/** Whom the rules reach, asked again when they rest. */
export function usePreview(organizationId: string, rules: Rules, limit: number) {
  const text = JSON.stringify(rules);
  const [resting, setResting] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setResting(text), pauseMs);
    return () => clearTimeout(timer);
  }, [text]);
  const asked = JSON.parse(resting) as Rules;
  const result = useInfiniteQuery({
    queryKey: [assignments.previewAudience.id, organizationId, resting, limit],
    queryFn: ({ pageParam, signal }) =>
      call(
        assignments.previewAudience,
        { body: { organizationId, rules: asked, limit, ...(pageParam ? { cursor: pageParam } : {}) } },
        { signal },
      ),
    initialPageParam: '',
    getNextPageParam: (last) => last.nextCursor ?? undefined,
    enabled: asked.include.length > 0 && complete(asked),
    placeholderData: (previous) => previous,
    staleTime: 5_000,
  });
  const first = asked.include.length > 0 ? result.data?.pages[0] : undefined;
  return {
    first,
    people: first ? (result.data?.pages.flatMap((page) => page.people) ?? []) : [],
    waiting: text !== resting || result.isFetching,
    failure: result.error ? asFailure(result.error) : null,
    retry: () => void result.refetch(),
    more: result.hasNextPage ? () => void result.fetchNextPage() : null,
    loadingMore: result.isFetchingNextPage,
  };
}

export type Preview = ReturnType<typeof usePreview>;
