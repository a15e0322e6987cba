import { useEffect, useRef } from 'react';
import { useSearchParams } from 'react-router';

/**
 * Begins what the address asks for (`?do=create`), once: the address forgets it, so that a reload does not begin it again.
 * @param what the word in the address
 * @param begin opens the dialog; it checks the permission itself
 */
export function useAsked(what: string, begin: () => void): void {
  const [search, setSearch] = useSearchParams();
  const asked = search.get('do') === what;
  const latest = useRef(begin);
  useEffect(() => {
    latest.current = begin;
  });
  useEffect(() => {
    if (!asked) return;
    latest.current();
    setSearch(
      (before) => {
        const after = new URLSearchParams(before);
        after.delete('do');
        return after;
      },
      { replace: true },
    );
  }, [asked, setSearch]);
}
