import type { ApiFailure } from '@dangxiao/web-kit';
import { useEffect } from 'react';

/** What `useEndpointPages` answers, as far as a list needs it. */
export interface Pages<Row> {
  items: Row[];
  first: { total: number | null } | undefined;
  pending: boolean;
  fetching: boolean;
  failure: ApiFailure | null;
  more: (() => void) | null;
  loadingMore: boolean;
  retry: () => void;
}

const FETCHED = 500;

/** All rows are here, or they can all be fetched for ordering and choosing. */
export const fewEnough = ({ more, first }: Pick<Pages<unknown>, 'more' | 'first'>): boolean =>
  more === null || (first?.total ?? Infinity) <= FETCHED;

/** Fetches page after page while all rows are wanted; a failure ends it. */
export function useRest(
  { more, loadingMore, failure }: Pick<Pages<unknown>, 'more' | 'loadingMore' | 'failure'>,
  wanted: boolean,
) {
  useEffect(() => {
    if (wanted && more && !loadingMore && !failure) more();
  }, [wanted, more, loadingMore, failure]);
}
