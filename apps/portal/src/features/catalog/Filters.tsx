import { TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useText } from '../../i18n/use-text.ts';
import css from './catalog.module.css';
import { states, type FiltersValue } from './use-filters.ts';

const typingPauseMs = 300;

export function Filters({ filters }: { filters: FiltersValue }) {
  const text = useText();
  return (
    <div className={css.filters}>
      <Search q={filters.q} onSearch={filters.setQ} />
      <div className={css.chips} role="group" aria-label={text('courses.filter')}>
        {[null, ...states].map((state) => (
          <button
            key={state ?? 'all'}
            type="button"
            className={css.chip}
            aria-pressed={filters.state === state}
            onClick={() => filters.setState(state)}
          >
            {text(`courses.${state ?? 'all'}`)}
          </button>
        ))}
        <button
          type="button"
          className={css.chip}
          aria-pressed={filters.hasExam}
          onClick={() => filters.setHasExam(!filters.hasExam)}
        >
          {text('courses.withExam')}
        </button>
      </div>
    </div>
  );
}

/** Searches while typing, after a short pause; letters that an input method still composes wait until they are a word. */
function Search({ q, onSearch }: { q: string; onSearch: (q: string) => void }) {
  const text = useText();
  const [typed, setTyped] = useState(q);
  const [composing, setComposing] = useState(false);
  const search = useRef(onSearch);
  const sent = useRef(q);
  useEffect(() => {
    search.current = onSearch;
  });
  useEffect(() => {
    if (q !== sent.current) setTyped(q); // the bar at the top or "clear" changed it
    sent.current = q;
  }, [q]);
  useEffect(() => {
    if (composing || typed.trim() === sent.current) return;
    const timer = setTimeout(() => {
      sent.current = typed.trim();
      search.current(typed);
    }, typingPauseMs);
    return () => clearTimeout(timer);
  }, [typed, composing]);
  return (
    <TextInput
      className={css.searchBox ?? ''}
      type="search"
      value={typed}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onCompositionStart={() => setComposing(true)}
      onCompositionEnd={() => setComposing(false)}
      placeholder={text('courses.searchHint')}
      aria-label={text('courses.search')}
      leftSection={<IconSearch size="1.1em" aria-hidden />}
    />
  );
}
