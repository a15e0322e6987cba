import { people } from '@dangxiao/contracts';
import { useEndpoint } from '@dangxiao/web-kit';
import { Select } from 'antd';
import { useState } from 'react';
import { useText } from '../../../i18n/use-text.ts';
import type { Names } from '../use-labels.ts';

interface Props {
  organizationId: string;
  personIds: string[];
  names: Names;
  onChange: (personIds: string[], names: Names) => void;
}

/** Named people of the assigning organization, found by name or initials. */
export function PeoplePicker({ organizationId, personIds, names, onChange }: Props) {
  const text = useText();
  const [q, setQ] = useState('');
  const found = useEndpoint(
    people.listPeople,
    { query: { organizationId, q: q || undefined } },
    { keepPrevious: true },
  );
  const options = [
    ...personIds.map((id) => ({ value: id, label: names[id] ?? '', place: '' })),
    ...(found.data?.items ?? [])
      .filter(({ id }) => !personIds.includes(id))
      .map((person) => ({ value: person.id, label: person.name, place: person.organizationName })),
  ];
  return (
    <Select
      mode="multiple"
      style={{ width: '100%' }}
      aria-label={text('assignments.who.people')}
      placeholder={text('assignments.who.findPeople')}
      maxCount={500}
      value={personIds}
      showSearch={{ filterOption: false, onSearch: setQ, searchValue: q }}
      notFoundContent={text(found.isFetching ? 'app.loading' : 'app.jump.nothing')}
      options={options}
      optionRender={({ data }) => [data.label, data.place].filter(Boolean).join(' · ')}
      onChange={(ids) => {
        const called = Object.fromEntries(options.map(({ value, label }) => [value, label]));
        setQ('');
        onChange(ids, called);
      }}
    />
  );
}
