import { TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useNavigate, useSearchParams } from 'react-router';
import { useText } from '../../i18n/use-text.ts';
import { paths } from '../paths.ts';

/** Finds courses from any page; the course list shows what was found. */
export function SearchBox() {
  const text = useText();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const q = search.get('q') ?? '';
  return (
    <form
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
        const value = new FormData(event.currentTarget).get('q');
        void navigate(paths.courses({ q: typeof value === 'string' ? value.trim() : '' }));
      }}
    >
      <TextInput
        key={q}
        name="q"
        type="search"
        defaultValue={q}
        placeholder={text('courses.searchHint')}
        aria-label={text('courses.search')}
        leftSection={<IconSearch size="1.1em" aria-hidden />}
      />
    </form>
  );
}
