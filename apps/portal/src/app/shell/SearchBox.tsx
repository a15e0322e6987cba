import { useSearchText } from '@dangxiao/web-kit';
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
  const { typed, input } = useSearchText(search.get('q') ?? '');
  return (
    <form
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
        void navigate(paths.courses({ q: typed.trim() }));
      }}
    >
      <TextInput
        type="search"
        {...input}
        placeholder={text('courses.searchHint')}
        aria-label={text('courses.search')}
        leftSection={<IconSearch size="1.1em" aria-hidden />}
      />
    </form>
  );
}
