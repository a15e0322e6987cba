import { useFilters } from '../ui/index.ts';

/** The filters of a list, which live in the address. */
export interface ListFilters<Filters extends Record<string, string> = Record<string, string>> {
  values: Filters;
  change: (some: Partial<Filters>) => void;
  clear: () => void;
  /** Something narrows the list. */
  filtered: boolean;
  /** For the search field; the word is the filter `q`. */
  search: (label: string) => { label: string; value: string; onChange: (word: string) => void };
}

/** @param empty the names of the filters with what stands for "not filtered"; keep the object outside the component */
export function useList<Filters extends Record<string, string>>(empty: Filters): ListFilters<Filters> {
  const [values, change] = useFilters(empty);
  return {
    values,
    change,
    clear: () => change(empty),
    filtered: Object.keys(empty).some((name) => values[name] !== empty[name]),
    search: (label) => ({
      label,
      value: values['q'] ?? '',
      onChange: (q) => change({ q } as unknown as Partial<Filters>),
    }),
  };
}
