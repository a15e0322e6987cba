import { TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { useText } from '../../i18n/use-text.ts';
import { paths } from '../paths.ts';

/** Finds courses from any page; the course list shows what was found. */
export function SearchBox() {
  const text = useText();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const q = search.get('q') ?? '';
  const [typed, setTyped] = useState(q);
  const shown = useRef(q);
  useEffect(() => {
    if (q !== shown.current) setTyped(q); // the list's own box or "clear" changed it
    shown.current = q;
  }, [q]);
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
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        placeholder={text('courses.searchHint')}
        aria-label={text('courses.search')}
        leftSection={<IconSearch size="1.1em" aria-hidden />}
      />
    </form>
  );
}
