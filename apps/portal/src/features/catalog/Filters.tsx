import { useSearchText } from '@dangxiao/web-kit';
import { TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useText } from '../../i18n/use-text.ts';
import css from './catalog.module.css';
import { states, type FiltersValue } from './use-filters.ts';

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

/** Searches while typing, after a short pause. */
function Search({ q, onSearch }: { q: string; onSearch: (q: string) => void }) {
  const text = useText();
  const { input } = useSearchText(q, onSearch);
  return (
    <TextInput
      className={css.searchBox ?? ''}
      type="search"
      {...input}
      placeholder={text('courses.searchHint')}
      aria-label={text('courses.search')}
      leftSection={<IconSearch size="1.1em" aria-hidden />}
    />
  );
}
