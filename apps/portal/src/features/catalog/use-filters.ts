import { useSearchParams } from 'react-router';

export const states = ['not_started', 'in_progress', 'completed'] as const;
type State = (typeof states)[number];

/** The filters of the course list: they live in the address, so that a list can be kept and sent. */
export function useFilters() {
  const [search, setSearch] = useSearchParams();
  const q = search.get('q') ?? '';
  const state = states.find((each) => each === search.get('state')) ?? null;
  const hasExam = search.get('exam') === '1';

  function change(key: string, value: string | null) {
    setSearch(
      (before) => {
        const after = new URLSearchParams(before);
        if (value) after.set(key, value);
        else after.delete(key);
        return after;
      },
      { replace: true, preventScrollReset: true },
    );
  }

  return {
    q,
    state,
    hasExam,
    active: q !== '' || state !== null || hasExam,
    query: { ...(q && { q }), ...(state && { state }), ...(hasExam && { hasExam: 'true' as const }) },
    setQ: (value: string) => change('q', value),
    setState: (value: State | null) => change('state', value),
    setHasExam: (value: boolean) => change('exam', value ? '1' : null),
    clear: () => setSearch({}, { replace: true }),
  };
}

export type FiltersValue = ReturnType<typeof useFilters>;
