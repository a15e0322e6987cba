import { useCallback } from 'react';
import { useSearchParams } from 'react-router';

/**
 * Filters that live in the address, so that a list can be bookmarked and survives a reload.
 * @param empty the names of the filters with what stands for "not filtered"; keep the object outside the component.
 */
export function useFilters<Filters extends Record<string, string>>(
  empty: Filters,
): [Filters, (changes: Partial<Filters>) => void] {
  const [search, setSearch] = useSearchParams();
  const filters = Object.fromEntries(
    Object.entries(empty).map(([key, none]) => [key, search.get(key) ?? none]),
  ) as Filters;
  const change = useCallback(
    (changes: Partial<Filters>) =>
      setSearch(
        (before) => {
          const after = new URLSearchParams(before);
          for (const [key, value] of Object.entries(changes)) {
            if (!value || value === empty[key]) after.delete(key);
            else after.set(key, value);
          }
          return after;
        },
        { replace: true },
      ),
    [setSearch, empty],
  );
  return [filters, change];
}
